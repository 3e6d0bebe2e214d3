using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>What the name tagger reads off a text before it looks at neighbours: one entry per token.</summary>
internal sealed class NameDocument
{
    private const int LongestRun = 12;

    // Rented, so longer than the text.
    private readonly bool[] isTitleCase;
    private readonly NameToken[] words;
    private readonly bool[] isCandidate;
    private readonly int[] runFirst;
    private readonly int[] runEnd;
    private readonly int count;

    public NameDocument(AnnotatedText text, LexiconMatches lexicon)
    {
        Text = text;
        Lexicon = lexicon;
        count = text.Tokens.Length;
        words = text.Work.RentUncleared<NameToken>(count);
        isCandidate = text.Work.Rent<bool>(count);
        runFirst = text.Work.RentUncleared<int>(count);
        runEnd = text.Work.RentUncleared<int>(count);
        isTitleCase = text.Work.Rent<bool>(count);
        for (var i = 0; i < count; i++) words[i] = new NameToken(text.FormHash(i), NameToken.NoNumber, text.Look(i));

        foreach (var sentence in text.Sentences) FindCandidates(sentence);
        FormCount = NumberForms();
        Case = new DocumentCase(this);
        foreach (var sentence in text.Sentences)
        {
            FindRuns(sentence);
            if (HasTitleCase(sentence)) isTitleCase.AsSpan(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Fill(true);
        }

        Profile = new FormProfile(this);
    }

    public AnnotatedText Text { get; }

    public LexiconMatches Lexicon { get; }

    public ReadOnlySpan<NameToken> Words => words.AsSpan(0, count);

    /// <summary>How many different forms have a number.</summary>
    public int FormCount { get; }

    /// <summary>Whether the token can belong to a name at all: it has a capital, stands between such words, or is a number beside one.</summary>
    public ReadOnlySpan<bool> IsCandidate => isCandidate.AsSpan(0, count);

    /// <summary>First token of the run of capitalised words (joined by "of", "and", "-" …) around a token; the token itself when there is none.</summary>
    public ReadOnlySpan<int> RunFirst => runFirst.AsSpan(0, count);

    public ReadOnlySpan<int> RunEnd => runEnd.AsSpan(0, count);

    public DocumentCase Case { get; }

    public FormProfile Profile { get; }

    /// <summary>"BoG", "WHO": two capitals or more, and hardly anything else.</summary>
    public bool IsAllCapital(int token)
    {
        var form = Text.Form(token);
        var capitals = 0;
        foreach (var c in form)
        {
            if (char.IsUpper(c)) capitals++;
        }

        return capitals >= 2 && capitals * 3 >= form.Length * 2;
    }

    /// <summary>Whether most longer words of the token's sentence are capitalised, as in a headline.</summary>
    public bool IsTitleCase(int token) => isTitleCase[token];

    private bool HasTitleCase(Sentence sentence)
    {
        int capital = 0, all = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Text.Tokens[i].End - Text.Tokens[i].Start < 4 || !words[i].StartsWithLetter) continue;
            all++;
            if (words[i].StartsUpper) capital++;
        }

        return all >= 4 && capital * 10 >= all * 8;
    }

    /// <summary>Numbers the forms that start with a capital or belong to a candidate somewhere: a third of all, so that the tables by number are small.</summary>
    private int NumberForms()
    {
        var numbers = new KeyNumbers(Text.Work);
        for (var i = 0; i < count; i++)
        {
            if (isCandidate[i] || !words[i].StartsSmall && words[i].StartsWithLetter) words[i] = words[i] with { FormNumber = numbers.Add(words[i].Form) };
        }

        for (var i = 0; i < count; i++)
        {
            if (words[i].FormNumber == NameToken.NoNumber) words[i] = words[i] with { FormNumber = numbers.Find(words[i].Form) };
        }

        return numbers.Count;
    }

    private void FindCandidates(Sentence sentence)
    {
        var last = -1;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!words[i].IsStrong) continue;
            // Of numbers alone only one like "9/11" is a name.
            if (words[i].HasCapital || Text.Form(i).Contains('/')) isCandidate[i] = true;
            if (last >= 0 && CanJoin(last, i)) isCandidate.AsSpan(last, i + 1 - last).Fill(true);
            last = i;
        }
    }

    /// <summary>Whether two strong words can belong to one name: "Museum of the City", "Boeing 737", but no two numbers.</summary>
    private bool CanJoin(int first, int second)
    {
        var capitals = (words[first].HasCapital ? 1 : 0) + (words[second].HasCapital ? 1 : 0);
        return capitals > 0 && second - first <= 1 + capitals;
    }

    private void FindRuns(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            var end = i + 1;
            if (words[i].IsStrong)
            {
                while (end < sentence.EndToken && end - i < LongestRun)
                {
                    if (words[end].IsStrong) end++;
                    else if (end + 1 < sentence.EndToken && words[end + 1].IsStrong && (IsLink(end) || (IsBodyLink(end) && HasBodyWord(i, end)))) end += 2;
                    else break;
                }
            }

            for (var k = i; k < end; k++) (runFirst[k], runEnd[k]) = (i, end);
            i = end;
        }
    }

    /// <summary>"Centre for Trade", "Ministry of Food and Trade": only inside the name of a body.</summary>
    private bool IsBodyLink(int token) => Text.Form(token) is "for" or "and";

    private bool HasBodyWord(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((Lexicon.Word(i) & WordClass.TakesOf) != 0) return true;
        }

        return false;
    }

    private bool IsLink(int token) => Text.Form(token) is "of" or "&" or "-" or "'s" or "’s" or "de" or "del" or "da" or "van" or "von" or "der" or "al" or "bin" or "/";
}

/// <summary>A word as the models know it, the number of this form in its text, and how it looks.</summary>
internal readonly record struct NameToken(uint Form, int FormNumber, WordLook Look)
{
    /// <summary>The number of forms that nowhere in the text start with a capital or are part of a candidate.</summary>
    public const int NoNumber = -1;

    public bool StartsWithLetter => (Look & WordLook.StartsWithLetter) != 0;

    public bool StartsUpper => (Look & WordLook.StartsUpper) != 0;

    public bool StartsSmall => (Look & WordLook.StartsSmall) != 0;

    public bool HasCapital => (Look & WordLook.HasCapital) != 0;

    /// <summary>Whether it has a capital or starts with a digit.</summary>
    public bool IsStrong => (Look & (WordLook.HasCapital | WordLook.StartsWithDigit)) != 0;
}
