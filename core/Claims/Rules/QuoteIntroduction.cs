using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>
/// Reads what leads up to a quotation that no cue of the lexicon governs: <c>The union put out this statement: "…"</c>, <c>She leaned in and
/// boomed, "…"</c>, <c>Lund agreed. "…"</c>.
/// </summary>
internal sealed class QuoteIntroduction(ArticleReading r)
{
    public const string LeadIn = "lead-in";
    public const string SentenceBefore = "sentence-before";
    public const string Paragraph = "quoted-paragraph";
    private const int MaxLead = 40;
    private const int MaxBeforeComma = 12;
    private const int MaxAfterVerb = 3;

    /// <summary>Who introduces it: the verb (-1 when a name alone does), its cue if the lexicon has it, and the speaker if one is found.</summary>
    public readonly record struct Introduction(string RuleId, int Verb, CueEntry? Cue, TokenRange? Speaker);

    public Introduction? Find(Quotation quote)
    {
        var first = r.TokenAtOrAfter(quote.Start);
        if (first == 0 || first >= r.TokenCount || !QuoteShape.OpensSentence(r, quote)) return null;
        var before = first - 1;
        if (r.InQuote(before)) return null;
        var block = r.SentenceAt(before).Block;
        if (r.Form(before) is ":") return AfterColon(before);
        if (block != quote.Block) return null;
        if (r.IsComma(before) || r.IsDash(before)) return QuoteRules.StandsAlone(r, first) && QuoteShape.HasFiniteVerb(r, quote) ? AfterComma(before) : null;
        if (r.SentenceIndex(before) != r.SentenceIndex(first)) return AfterSentence(before);
        return r.Cue(before).Verb is { Force: CueForce.Say } cue && cue.Has(CueFrames.Quote) ? By(before, cue, LeadIn) : null;
    }

    /// <summary>A paragraph that is one quotation and nothing else: whoever the paragraph before is about speaks, or the last speaker.</summary>
    public Introduction? Unintroduced(Quotation quote)
    {
        var first = r.TokenAtOrAfter(quote.Start);
        var block = r.Article.Blocks[quote.Block];
        if (first == 0 || first >= r.TokenCount || quote.Start != block.Start || !quote.Closed || !QuoteShape.OpensSentence(r, quote) || !QuoteShape.HasFiniteVerb(r, quote)) return null;
        var next = r.TokenAtOrAfter(quote.End);
        if (next < r.TokenCount && r.SentenceAt(next).Block == quote.Block) return null;
        return AfterSentence(first - 1) ?? new Introduction(Paragraph, -1, null, null);
    }

    private Introduction? AfterColon(int colon)
    {
        var floor = Math.Max(r.SentenceAt(colon).FirstToken, colon - MaxLead);
        var verb = LastVerb(colon, floor);
        if (verb >= 0) return By(verb, r.Cue(verb).Verb, LeadIn);
        var name = NounPhrases.BaseStart(r, colon, floor);
        return new Introduction(LeadIn, -1, null, name < colon ? new TokenRange(name, colon) : null);
    }

    private Introduction? AfterComma(int comma)
    {
        var verb = LastVerb(comma, Math.Max(r.SentenceAt(comma).FirstToken, comma - MaxBeforeComma));
        if (verb < 0) return null;
        var cue = r.Cue(verb).Verb;
        return comma - verb <= MaxAfterVerb || cue is { Force: CueForce.Say } && cue.Has(CueFrames.Quote) ? By(verb, cue, LeadIn) : null;
    }

    /// <summary>The subject of the sentence before, when that is a person: nothing else tells who speaks.</summary>
    private Introduction? AfterSentence(int before)
    {
        var index = r.SentenceIndex(before);
        var sentence = r.SentenceAt(before);
        if (r.InQuote(sentence.FirstToken) || before - sentence.FirstToken > MaxLead) return null;
        var root = r.Text.Root(index);
        if (root < 0 || !r.Tag(root).IsVerb()) return null;
        var found = By(root, r.Cue(root).Verb, SentenceBefore);
        return found.Speaker is { } speaker && (r.Tag(speaker.End - 1) is PennTag.Nnp or PennTag.Prp || r.Tag(speaker.First) == PennTag.Nnp) ? found with { Verb = found.Cue is null ? -1 : found.Verb } : null;
    }

    private Introduction By(int verb, CueEntry? cue, string rule)
    {
        var group = VerbGroup.Read(r, verb);
        return new Introduction(rule, verb, cue, group.Passive ? null : SubjectFinder.Find(r, group));
    }

    /// <summary>The cue verb nearest before a token, or else the finite verb nearest before it; -1 when there is none.</summary>
    private int LastVerb(int end, int floor)
    {
        var finite = -1;
        for (var i = end - 1; i >= floor; i--)
        {
            if (r.InQuote(i) || !r.Tag(i).IsVerb()) continue;
            if (r.Cue(i).Verb is { Force: CueForce.Say } && r.Tag(i) != PennTag.Vb) return i;
            if (finite < 0 && r.Tag(i).IsFinite()) finite = i;
        }

        return finite;
    }
}
