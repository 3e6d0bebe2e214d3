namespace NewsIngest.Claims.Lexicon;

/// <summary>The cues that a word can be or begin.</summary>
internal sealed class CueWord
{
    public static CueWord None { get; } = new();

    /// <summary>The cue verb of which the word is a form.</summary>
    public CueEntry? Verb { get; init; }

    public CueEntry? Noun { get; init; }

    /// <summary>Phrases, prepositions and adverbs whose first word it is, longest first.</summary>
    public CueEntry[] Phrases { get; init; } = [];
}
