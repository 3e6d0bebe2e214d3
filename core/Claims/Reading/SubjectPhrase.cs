using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Takes from a subject what is none of it: "On Monday", "In an interview, …", "last week" before the verb, a quotation that is over.</summary>
internal static class SubjectPhrase
{
    private const int MaxTimePhrase = 4;
    private const int MaxOpening = 4;
    private const int MaxReach = 60;

    /// <summary>The last token before <paramref name="from"/> that is no adverb, time expression or closed bracket.</summary>
    public static int SkipBack(ArticleReading r, int from, int floor)
    {
        var i = from;
        while (i >= floor)
        {
            if (r.Tag(i).IsAdverb() && !Quantifiers.Contains(r.Form(i)) || i > floor && IsFloating(r, i)) i--;
            else if (r.Form(i) is ")" && Opening(r, i, floor) is >= 0 and var opening) i = opening - 1;
            else if (r.IsComma(i) && i > floor && r.Form(i - 1) is ")" && Opening(r, i - 1, floor) is > 0 and var bracket && r.Tag(bracket - 1) == PennTag.Nnp) i = bracket - 1;
            else if (TimeBefore(r, i, floor) is var time && time < i + 1) i = time - 1;
            else break;
        }

        return i;
    }

    /// <summary>"The unions all said", "the farmers themselves said".</summary>
    private static bool IsFloating(ArticleReading r, int i) =>
        (r.Is(i, "all") || r.Is(i, "both") || r.Is(i, "each") || r.Is(i, "himself") || r.Is(i, "herself") || r.Is(i, "itself") || r.Is(i, "themselves")) && (r.Tag(i - 1).IsNoun() || r.Tag(i - 1) is PennTag.Prp);

    /// <summary>The phrase without what opens the sentence before it and the time after it; null when no speaker is left.</summary>
    public static TokenRange? Clean(ArticleReading r, TokenRange? range, int verb)
    {
        if (range is not { } phrase) return null;
        var (first, end) = (phrase.First, phrase.End);
        if (first > verb || IsInOtherQuote(r, phrase, verb)) return null;
        while (end > first && TimeBefore(r, end - 1, first) is var time && time > first && time < end) end = time;
        first = SkipOpening(r, AfterClause(r, first, end), end);
        if (end - first > 1 && r.Tag(first) == PennTag.Wdt) first++;
        return first < end && !IsTime(r, first, end) ? new TokenRange(first, end) : null;
    }

    /// <summary>A clause that a wrong tree put before the subject: "There is a gap, and the union" is over at its last conjunction.</summary>
    private static int AfterClause(ArticleReading r, int first, int end)
    {
        var clause = false;
        var start = first;
        for (var i = first; i < end; i++)
        {
            if (!clause && r.Tag(i).IsRelative()) return first;
            clause |= r.Tag(i).IsFinite() && !r.InQuote(i);
            if (clause && i + 1 < end && (r.Tag(i) == PennTag.Cc || r.Token(i).Upos == Upos.Sconj)) start = i + 1;
        }

        return start;
    }

    /// <summary>"After denying it, Ms Lund left", "Eager to help, they": an opening without a subject is said of the phrase after its comma.</summary>
    public static TokenRange? AfterOpeningVerb(ArticleReading r, VerbGroup group, int floor)
    {
        if (group.Finite || group.Passive || group.First - floor > MaxOpening) return null;
        for (var i = floor; i < group.First; i++)
        {
            if (r.Tag(i).IsNoun() || r.Tag(i).IsFinite() || r.Tag(i) is PennTag.Prp or PennTag.Cc || r.IsPunct(i)) return null;
        }

        var limit = Math.Min(r.SentenceAt(group.Verb).EndToken, group.Verb + MaxReach);
        for (var i = group.Verb + 1; i < limit - 1; i++)
        {
            if (r.QuoteAt(i) >= 0 || !r.IsComma(i)) continue;
            var end = NounPhrases.FullEnd(r, i + 1, limit);
            if (end > i + 1 && StartsClause(r, i + 1, end, limit)) return Clean(r, new TokenRange(i + 1, end), i + 1);
        }

        return null;
    }

    /// <summary>A finite verb after the phrase, or after an insertion that follows it.</summary>
    private static bool StartsClause(ArticleReading r, int first, int end, int limit)
    {
        var i = end;
        while (i < limit && r.Tag(i).IsAdverb()) i++;
        if (i < limit && r.IsComma(i) && r.Tag(first) is PennTag.Nnp or PennTag.PrpPoss)
        {
            i = NounPhrases.FullEnd(r, i + 1, limit);
            if (i < limit && r.IsComma(i)) i++;
        }

        return i < limit && r.Tag(i).IsFinite();
    }

    /// <summary>The first phrase of a sentence after its opening: the last resort.</summary>
    public static TokenRange? AtOpening(ArticleReading r, int floor, VerbGroup group)
    {
        var first = SkipOpening(r, floor, group.First);
        var end = NounPhrases.BaseEnd(r, first, group.First);
        return first < end ? Clean(r, new TokenRange(first, end), group.Verb) : null;
    }

    /// <summary>First token after leading adverbs, times and prepositional phrases: "Last year only 32 percent", "In an interview, Jan Berg".</summary>
    private static int SkipOpening(ArticleReading r, int first, int end)
    {
        while (first < end)
        {
            if (r.IsPunct(first) && !r.InQuote(first) || r.Tag(first) == PennTag.Cc && !Quantifiers.Contains(r.Form(first)) || r.Tag(first).IsAdverb() && first + 1 < end && !r.Is(first, "about")) first++;
            else if (TimeAfter(r, first, end) is var time && time > first && time < end) first = time;
            else if (IsOpening(r, first)) first = AfterOpening(r, first, end);
            else break;
        }

        return first;
    }

    private static bool IsOpening(ArticleReading r, int i) =>
        r.Tag(i) is PennTag.In or PennTag.To && !r.Is(i, "of") && !r.Is(i, "about") && !r.Is(i, "around") && !r.Is(i, "like");

    /// <summary>Where the subject begins after "In an interview, " or, without a comma, after the phrase of the preposition.</summary>
    private static int AfterOpening(ArticleReading r, int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
        {
            if (!r.IsComma(i) || NounPhrases.BaseEnd(r, i + 1, end) is var next && (next == i + 1 || IsPlaceAfterPlace(r, i, next, end))) continue;
            return i + 1;
        }

        return r.Token(first).Upos == Upos.Sconj ? first + 1 : Math.Max(first + 1, NounPhrases.FullEnd(r, first + 1, end));
    }

    /// <summary>"in Bergen, Norway, the mayor": the second name belongs to the first.</summary>
    private static bool IsPlaceAfterPlace(ArticleReading r, int comma, int next, int end) =>
        next == comma + 2 && next < end - 1 && r.IsComma(next) && r.Tag(comma - 1) == PennTag.Nnp && !TimeWords.Contains(r.Form(comma - 1)) && r.Tag(comma + 1) == PennTag.Nnp
        && r.Tag(next + 1) is PennTag.Nnp or PennTag.In;

    /// <summary>Whether the phrase lies in a quotation that ended before the verb and is no name in quote marks.</summary>
    private static bool IsInOtherQuote(ArticleReading r, TokenRange phrase, int verb)
    {
        var q = r.QuoteAt(phrase.First);
        return q >= 0 && q != r.QuoteAt(verb) && r.Token(phrase.First).Start > r.Quotes[q].Start && r.Token(phrase.End - 1).End < r.Quotes[q].End - 1;
    }

    private static bool IsTime(ArticleReading r, int first, int end)
    {
        var head = r.Form(end - 1);
        if (end - first == 1 && head.Length == 4 && char.IsAsciiDigit(head[0])) return true;
        return end - first <= MaxTimePhrase && TimeWords.Contains(head);
    }

    /// <summary>First token of the time expression that ends with token <paramref name="last"/> ("on Monday", "late last week"), or the one after it.</summary>
    private static int TimeBefore(ArticleReading r, int last, int floor)
    {
        if (!TimeWords.Contains(r.Form(last))) return last + 1;
        var i = last;
        while (i > floor && last - i < MaxTimePhrase && (TimeWords.Contains(r.Form(i - 1)) || IsTimeModifier(r, i - 1))) i--;
        if (i > floor && r.Tag(i - 1) == PennTag.In && (r.Is(i - 1, "on") || r.Is(i - 1, "in") || r.Is(i - 1, "at") || r.Is(i - 1, "by") || r.Is(i - 1, "during"))) i--;
        return i > floor && r.Tag(i - 1) is PennTag.In or PennTag.To or PennTag.Pos ? last + 1 : i;
    }

    /// <summary>End of the time expression that begins at a token ("Tuesday", "Three years after"), or that token.</summary>
    private static int TimeAfter(ArticleReading r, int first, int end)
    {
        var i = first;
        while (i < end && i - first < MaxTimePhrase && IsTimeModifier(r, i)) i++;
        if (i >= end || !TimeWords.Contains(r.Form(i)) || i + 1 < end && r.Tag(i + 1) == PennTag.Pos) return first;
        while (i < end && TimeWords.Contains(r.Form(i))) i++;
        if (i < end && (r.Is(i, "after") || r.Is(i, "before") || r.Is(i, "since") || r.Is(i, "ago") || r.Is(i, "later") || r.Is(i, "earlier"))) i++;
        return i;
    }

    private static bool IsTimeModifier(ArticleReading r, int i) =>
        r.Tag(i) is PennTag.Dt or PennTag.Cd && !Quantifiers.Contains(r.Form(i)) || r.Form(i) is "last" or "Last" or "this" or "This" or "next" or "Next" or "late" or "earlier" or "Earlier" or "early" or "past" or "same" or "few" or "several";

    private static int Opening(ArticleReading r, int closing, int floor)
    {
        for (var i = closing - 1; i > floor; i--)
        {
            if (r.Form(i) is "(") return i;
        }

        return -1;
    }
}
