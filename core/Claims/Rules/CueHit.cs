using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>A cue of the lexicon found in the text: tokens [First, End); Head is its verb or noun.</summary>
internal sealed record CueHit(CueEntry Entry, int First, int End, int Head, VerbGroup Group)
{
    public bool IsVerbal => Entry.Kind is CueKind.Verb or CueKind.Phrase;
}
