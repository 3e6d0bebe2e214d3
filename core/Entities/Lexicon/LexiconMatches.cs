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
            words[i] = WordClass.None;
            if (text.Has(i, WordLook.IsPlain) && !table.MayHold(text.FormHash(i))) continue;
            var form = text.Form(i);
            var passage = new Passage(form);
            var found = table.Find(passage);
            words[i] = found.Classes;
            if (i < end || !CanStart(form)) continue;
            var length = Longest(text, table, i, sentence.EndToken, passage, found, out var classes);
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

    /// <summary>Tokens of the longest name that begins at <paramref name="first"/>, 0 when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The names.</param>
    /// <param name="first">A token.</param>
    /// <param name="end">End of its sentence.</param>
    /// <param name="passage">The token.</param>
    /// <param name="found">What it is.</param>
    /// <param name="classes">What the name is.</param>
    private static int Longest(AnnotatedText text, WordClassTable table, int first, int end, Passage passage, FoundClasses found, out WordClass classes)
    {
        var form = text.Form(first);
        var isThe = form is "the";
        var isWord = char.IsLetterOrDigit(form[0]);
        classes = isWord ? Named(found.Classes, isThe) : WordClass.None;
        var length = classes == WordClass.None ? 0 : 1;
        if (isWord && !found.GoesOn) return length;
        var isBroken = false;
        for (var i = first + 1; i < end && i < first + WordClassTable.LongestPhrase; i++)
        {
            form = text.Form(i);
            isBroken |= text.Tokens[i].Start > text.Tokens[i - 1].End && text.Tokens[i].Upos is Upos.Aux or Upos.Det or Upos.Verb or Upos.Pron;
            isBroken |= form is "," or ";" or ":";
            passage = passage.With(form);
            // A mark adds nothing to the hash: the phrase would be found again, one token too long.
            if (!char.IsLetterOrDigit(form[0])) continue;
            found = table.Find(passage);
            if (Named(found.Classes, isThe) is var named and not WordClass.None && (!isBroken || found.HasSeveralWords))
            {
                classes = named;
                length = i + 1 - first;
            }

            if (!found.GoesOn) break;
        }

        return length;
    }

    /// <summary>Of what a phrase can be the kinds of names; with "the" before them only countries have one.</summary>
    private static WordClass Named(WordClass classes, bool beginsWithThe)
    {
        var named = classes & (WordClass.Name | WordClass.Calendar);
        return beginsWithThe && (named & WordClass.Country) == 0 ? WordClass.None : named;
    }
}
