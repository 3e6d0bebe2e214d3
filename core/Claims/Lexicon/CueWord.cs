using NewsIngest.Language.Tokens;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The cues that a word can be or begin.</summary>
internal sealed class CueWord
{
    /// <summary>Stands for "himself", "themselves" … in a phrase.</summary>
    public const string Oneself = "oneself";

    /// <summary>The <see cref="FormHash"/> of the second word of each of <see cref="Phrases"/>; missing where it has none, or one that stands for others.</summary>
    private readonly uint[] seconds;

    public CueWord(CueEntry? verb, CueEntry? noun, CueEntry[] phrases)
    {
        (Verb, Noun, Phrases) = (verb, noun, phrases);
        seconds = [.. phrases.Select(phrase => phrase.Words.Length == 1 || phrase.Words[1] == Oneself ? FormHash.Missing : FormHash.Of(phrase.Words[1]))];
    }

    public static CueWord None { get; } = new(null, null, []);

    /// <summary>The cue verb of which the word is a form.</summary>
    public CueEntry? Verb { get; }

    public CueEntry? Noun { get; }

    /// <summary>Phrases, prepositions and adverbs whose first word it is, longest first.</summary>
    public CueEntry[] Phrases { get; }

    /// <summary>Whether one of <see cref="Phrases"/> can go on with a word of this <see cref="FormHash"/>: most need not be looked at any closer.</summary>
    public bool MayGoOn(int phrase, uint next) => seconds[phrase] == next || seconds[phrase] == FormHash.Missing;
}
