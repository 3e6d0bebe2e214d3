using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Names;

/// <summary>What the name tagger reads off a text before it looks at neighbours: one entry per token.</summary>
internal sealed class NameDocument
{
    /// <summary>The number of forms that nowhere in the text start with a capital or are part of a candidate.</summary>
    public const int NoNumber = -1;

    private const int LongestRun = 12;

    /// <summary>In UTF-16 characters.</summary>
    private const int LongWord = 4;

    private const int FewestLong = 4;
    private const WordLook Strong = WordLook.HasCapital | WordLook.StartsWithDigit;

    // Rented, so longer than the text.
    private readonly bool[] isTitleCase;
    private readonly bool[] isNumbered;
    private readonly int[] numbers;
    private readonly bool[] isCandidate;
    private readonly int[] runFirst;
    private readonly int[] runEnd;
    private readonly int count;

    public NameDocument(AnnotatedText text, LexiconMatches lexicon)
    {
        Text = text;
        Lexicon = lexicon;
        count = text.Tokens.Length;
        isNumbered = text.Work.RentUncleared<bool>(count);
        numbers = text.Work.RentUncleared<int>(count);
        isCandidate = text.Work.Rent<bool>(count);
        runFirst = text.Work.RentUncleared<int>(count);
        runEnd = text.Work.RentUncleared<int>(count);
        isTitleCase = text.Work.Rent<bool>(count);
        foreach (var sentence in text.Sentences) FindCandidates(sentence);
        FormCount = NumberForms();
        Case = new DocumentCase(this);
        for (var i = 0; i < count; i++) (runFirst[i], runEnd[i]) = (i, i + 1);
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
    public bool IsStrong(int token) => Text.Has(token, Strong);

    /// <summary>The first token from this one on whose form has a number; the number of tokens when there is none.</summary>
    public int NextNumbered(int from) => Marks.Next(isNumbered.AsSpan(0, count), from);

    /// <summary>How many different forms have a number.</summary>
    public int FormCount { get; }

    /// <summary>The first token from this one on that starts with a capital; the number of tokens when there is none.</summary>
    public int NextCapital(int from) => Text.Next(WordLook.StartsUpper, from);

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

    /// <summary>Whether it starts with a letter that is a capital or, as in many scripts, has no case.</summary>
    private bool StartsLarge(int token) => (Text.Look(token) & (WordLook.StartsWithLetter | WordLook.StartsSmall)) == WordLook.StartsWithLetter;

    private int NextStrong(int from) => Text.Next(Strong, from);

    private bool HasCapital(int token) => Text.Has(token, WordLook.HasCapital);

    private bool HasTitleCase(Sentence sentence)
    {
        var capital = 0;
        for (var i = NextCapital(sentence.FirstToken); i < sentence.EndToken; i = NextCapital(i + 1)) capital += IsLong(i) ? 1 : 0;
        if (capital < FewestLong) return false;
        var all = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++) all += IsLong(i) && StartsWithLetter(i) ? 1 : 0;
        return capital * 10 >= all * 8;
    }

    private bool IsLong(int token) => Text.Tokens[token].End - Text.Tokens[token].Start >= LongWord;

    /// <summary>Numbers the forms that start with a capital or belong to a candidate somewhere: a third of all, so that the tables by number are small.</summary>
    private int NumberForms()
    {
        for (var i = 0; i < count; i++) isNumbered[i] = isCandidate[i] | StartsLarge(i);
        numbers.AsSpan(0, count).Fill(NoNumber);
        var forms = new KeyNumbers(Text.Work);
        var filter = new HashFilter(Text.Work.Rent<ulong>(HashFilter.WordsFor(isCandidate.AsSpan(0, count).Count(true))));
        for (var i = NextNumbered(0); i < count; i = NextNumbered(i + 1))
        {
            numbers[i] = forms.Add(Text.FormHash(i));
            filter.Add(Text.FormHash(i));
        }

        for (var i = 0; i < count; i++) isNumbered[i] = filter.MayHold(Text.FormHash(i));
        for (var i = NextNumbered(0); i < count; i = NextNumbered(i + 1))
        {
            if (numbers[i] == NoNumber) numbers[i] = forms.Find(Text.FormHash(i));
            isNumbered[i] = numbers[i] != NoNumber;
        }

        return forms.Count;
    }

    private void FindCandidates(Sentence sentence)
    {
        var last = -1;
        for (var i = NextStrong(sentence.FirstToken); i < sentence.EndToken; i = NextStrong(i + 1))
        {
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
        for (var i = NextStrong(sentence.FirstToken); i < sentence.EndToken;)
        {
            var end = i + 1;
            while (end < sentence.EndToken && end - i < LongestRun)
            {
                if (IsStrong(end)) end++;
                else if (end + 1 < sentence.EndToken && IsStrong(end + 1) && (IsLink(end) || (IsBodyLink(end) && HasBodyWord(i, end)))) end += 2;
                else break;
            }

            runFirst.AsSpan(i, end - i).Fill(i);
            runEnd.AsSpan(i, end - i).Fill(end);
            i = NextStrong(end);
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
