using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>A cue of the lexicon found in the text: tokens [First, End); Head is its verb or noun.</summary>
internal readonly record struct CueHit(CueEntry Entry, int First, int End, int Head, VerbGroup Group)
{
    private const int MaxReach = 60;

    public bool IsVerbal => Entry.Kind is CueKind.Verb or CueKind.Phrase;

    /// <summary>"a firm called Nordlys", "the disputed claim": a participle that describes a noun as its object.</summary>
    public bool IsReducedRelative(ArticleReading r) =>
        r.Tag(Head) == PennTag.Vbn && !Group.Finite && !Group.Passive && r.Text.Relation(Head) is Deprel.Acl or Deprel.AclRelcl or Deprel.Amod && HasFinite(r);

    /// <summary>Without another verb in the sentence the participle is its past tense, wrongly tagged.</summary>
    private bool HasFinite(ArticleReading r)
    {
        var sentence = r.SentenceAt(Head);
        return r.HasFinite(Math.Max(sentence.FirstToken, Head - MaxReach), Math.Min(sentence.EndToken, Head + MaxReach));
    }
}
