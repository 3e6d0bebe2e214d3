using NewsIngest.Language.Tokens;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The cues that a word can be or begin.</summary>
internal sealed class CueWord
{
    /// <summary>Stands for "himself", "themselves" … in a phrase.</summary>
    public const string Oneself = "oneself";

    /// <summary>A bit for each second word of <see cref="Phrases"/>.</summary>
    private readonly ulong seconds;

    /// <summary>Whether some phrase is this word alone, or goes on with a word that stands for others.</summary>
    private readonly bool goesOnAnyhow;

    public CueWord(CueEntry? verb, CueEntry? noun, CueEntry[] phrases)
    {
        (Verb, Noun, Phrases) = (verb, noun, phrases);
        foreach (var phrase in phrases)
        {
            if (phrase.Words.Length == 1 || phrase.Words[1] == Oneself) goesOnAnyhow = true;
            else seconds |= Bit(FormHash.Of(phrase.Words[1]));
        }
    }

    public static CueWord None { get; } = new(null, null, []);

    /// <summary>The cue verb of which the word is a form.</summary>
    public CueEntry? Verb { get; }

    public CueEntry? Noun { get; }

    /// <summary>Phrases, prepositions and adverbs whose first word it is, longest first.</summary>
    public CueEntry[] Phrases { get; }

    /// <summary>Whether a phrase can go on with a word of this <see cref="FormHash"/>: most need not be looked at any closer.</summary>
    public bool MayGoOn(uint next) => goesOnAnyhow || (seconds & Bit(next)) != 0;

    private static ulong Bit(uint hash) => 1ul << (int)(hash & 63);
}
