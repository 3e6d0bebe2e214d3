using NewsIngest.Language;

namespace NewsIngest.Entities.Lexicon;

/// <summary>The word classes of every token of a text, and the longest known names that start at each.</summary>
internal sealed class LexiconMatches
{
    private readonly WordClass[] words;
    private readonly WordClass[] phrases;
    private readonly byte[] lengths;
    private readonly byte[] offsets;

    public LexiconMatches(AnnotatedText text, EntityLexicon lexicon)
    {
        var count = text.Tokens.Length;
        words = text.Work.RentUncleared<WordClass>(count);
        phrases = text.Work.Rent<WordClass>(count);
        lengths = text.Work.Rent<byte>(count);
        offsets = text.Work.Rent<byte>(count);
        foreach (var sentence in text.Sentences) Match(text, lexicon.Words, sentence);
    }

    /// <summary>What the token alone can be.</summary>
    public WordClass Word(int token) => words[token];

    /// <summary>What the longest known phrase over the token is; none when no phrase covers it.</summary>
    public WordClass Phrase(int token) => phrases[token];

    /// <summary>Tokens of the phrase over the token, 0 when there is none.</summary>
    public int PhraseLength(int token) => lengths[token];

    /// <summary>Position of the token in its phrase.</summary>
    public int PhraseOffset(int token) => offsets[token];

    private void Match(AnnotatedText text, WordClassTable table, Sentence sentence)
    {
        var end = sentence.FirstToken;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var form = text.Form(i);
            var key = Fold.Hash(form);
            words[i] = table.Find(form, key);
            if (i < end || !table.MayBegin(form, key) || !CanStart(form)) continue;
            var length = Longest(text, table, i, sentence.EndToken, out var classes);
            for (var k = 0; k < length; k++)
            {
                phrases[i + k] = classes;
                lengths[i + k] = (byte)length;
                offsets[i + k] = (byte)k;
            }

            end = i + length;
        }
    }

    private static bool CanStart(ReadOnlySpan<char> form) =>
        char.IsUpper(form[0]) || char.IsDigit(form[0]) || (form.Length > 1 && (form[1..].IndexOfAnyInRange('A', 'Z') >= 0 || form is "al" or "the" or "central" || form.EndsWith("ern")));

    private static int Longest(AnnotatedText text, WordClassTable table, int first, int end, out WordClass classes)
    {
        var (folded, exact) = (Fold.Seed, Fold.Seed);
        var length = 0;
        var isBroken = false;
        classes = WordClass.None;
        for (var i = first; i < end && i < first + WordClassTable.LongestPhrase; i++)
        {
            isBroken |= i > first && text.Tokens[i].Start > text.Tokens[i - 1].End && text.Tokens[i].Upos is Upos.Aux or Upos.Det or Upos.Verb or Upos.Pron;
            isBroken |= text.Form(i) is "," or ";" or ":";
            folded = Fold.Hash(text.Form(i), folded);
            exact = Fold.ExactHash(text.Form(i), exact);
            // A mark adds nothing to the hash: the phrase would be found again, one token too long.
            if (!char.IsLetterOrDigit(text.Form(i)[0])) continue;
            var found = table.Find(folded, exact) & (WordClass.Name | WordClass.Calendar);
            if (found != WordClass.None && (!isBroken || table.HasSeveralWords(folded)) && (text.Form(first) is not "the" || (found & WordClass.Country) != 0))
            {
                classes = found;
                length = i + 1 - first;
            }

            if (!table.GoesOn(folded, exact)) break;
        }

        return length;
    }
}
