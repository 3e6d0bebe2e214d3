using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>What the name tagger reads off a text before it looks at neighbours: one entry per token.</summary>
internal sealed class NameDocument
{
    /// <summary>The number of forms that nowhere in the text start with a capital or are part of a candidate.</summary>
    public const int NoNumber = -1;

    private const int LongestRun = 12;

    // Rented, so longer than the text.
    private readonly bool[] isTitleCase;
    private readonly int[] numbers;
    private readonly bool[] isCandidate;
    private readonly int[] runFirst;
    private readonly int[] runEnd;
    private readonly int[] nextCapital;
    private readonly int count;

    public NameDocument(AnnotatedText text, LexiconMatches lexicon)
    {
        Text = text;
        Lexicon = lexicon;
        count = text.Tokens.Length;
        numbers = text.Work.RentUncleared<int>(count);
        isCandidate = text.Work.Rent<bool>(count);
        runFirst = text.Work.RentUncleared<int>(count);
        runEnd = text.Work.RentUncleared<int>(count);
        isTitleCase = text.Work.Rent<bool>(count);
        nextCapital = text.Work.RentUncleared<int>(count + 1);
        nextCapital[count] = count;
        for (var i = count - 1; i >= 0; i--) nextCapital[i] = StartsUpper(i) ? i : nextCapital[i + 1];
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

    /// <summary>The number of the token's form in this text, from 0; <see cref="NoNumber"/> for most.</summary>
    public int FormNumber(int token) => numbers[token];

    public bool StartsUpper(int token) => Text.Has(token, WordLook.StartsUpper);

    public bool StartsSmall(int token) => Text.Has(token, WordLook.StartsSmall);

    public bool StartsWithLetter(int token) => Text.Has(token, WordLook.StartsWithLetter);

    /// <summary>Whether it has a capital or starts with a digit.</summary>
    public bool IsStrong(int token) => Text.Has(token, WordLook.HasCapital | WordLook.StartsWithDigit);

    /// <summary>How many different forms have a number.</summary>
    public int FormCount { get; }

    /// <summary>The first token from this one on that starts with a capital; the number of tokens when there is none.</summary>
    public int NextCapital(int from) => nextCapital[from];

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

    /// <summary>"P.": a character and a full stop.</summary>
    public bool IsInitial(int token) => Text.Form(token) is [_, '.'];

    /// <summary>Whether most longer words of the token's sentence are capitalised, as in a headline.</summary>
    public bool IsTitleCase(int token) => isTitleCase[token];

    private bool HasCapital(int token) => Text.Has(token, WordLook.HasCapital);

    private bool HasTitleCase(Sentence sentence)
    {
        int capital = 0, all = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Text.Tokens[i].End - Text.Tokens[i].Start < 4 || !StartsWithLetter(i)) continue;
            all++;
            if (StartsUpper(i)) capital++;
        }

        return all >= 4 && capital * 10 >= all * 8;
    }

    /// <summary>Numbers the forms that start with a capital or belong to a candidate somewhere: a third of all, so that the tables by number are small.</summary>
    private int NumberForms()
    {
        var forms = new KeyNumbers(Text.Work);
        for (var i = 0; i < count; i++)
        {
            var isNumbered = isCandidate[i] || (StartsWithLetter(i) && !StartsSmall(i));
            numbers[i] = isNumbered ? forms.Add(Text.FormHash(i)) : NoNumber;
        }

        for (var i = 0; i < count; i++)
        {
            if (numbers[i] == NoNumber) numbers[i] = forms.Find(Text.FormHash(i));
        }

        return forms.Count;
    }

    private void FindCandidates(Sentence sentence)
    {
        var last = -1;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!IsStrong(i)) continue;
            // Of numbers alone only one like "9/11" is a name.
            if (HasCapital(i) || Text.Form(i).Contains('/')) isCandidate[i] = true;
            if (last >= 0 && CanJoin(last, i)) isCandidate.AsSpan(last, i + 1 - last).Fill(true);
            last = i;
        }
    }

    /// <summary>Whether two strong words can belong to one name: "Museum of the City", "Boeing 737", but no two numbers.</summary>
    private bool CanJoin(int first, int second)
    {
        var capitals = (HasCapital(first) ? 1 : 0) + (HasCapital(second) ? 1 : 0);
        return capitals > 0 && second - first <= 1 + capitals;
    }

    private void FindRuns(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            var end = i + 1;
            if (IsStrong(i))
            {
                while (end < sentence.EndToken && end - i < LongestRun)
                {
                    if (IsStrong(end)) end++;
                    else if (end + 1 < sentence.EndToken && IsStrong(end + 1) && (IsLink(end) || (IsBodyLink(end) && HasBodyWord(i, end)))) end += 2;
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
