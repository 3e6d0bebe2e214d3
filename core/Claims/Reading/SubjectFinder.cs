using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Finds the noun phrase that a verb is said of, by tags and commas.</summary>
internal static class SubjectFinder
{
    private const int MaxReach = 120;

    /// <summary>Tokens of the subject, or null. A relative pronoun leads to the phrase before it; a participle after a comma to the subject of its sentence.</summary>
    public static TokenRange? Find(ArticleReading r, VerbGroup group)
    {
        if (AsSaying(r, group) is { } quoted) return quoted;
        var before = group.First - 1;
        var floor = Floor(r, group.Verb);
        while (before >= floor && r.Tag(before).IsAdverb()) before--;
        if (before >= floor && r.Tag(before).IsRelative() && !r.Is(before, "what") && Antecedent(r, before, floor) is { } person && IsName(r, person)) return person;
        if (group.Gerund(r) && group.Verb == floor) return SyntaxSubject.OfSentence(r, group.Verb) ?? SyntaxSubject.Find(r, group.Verb);
        var tree = group.Gerund(r) && before >= floor && r.IsComma(before) ? SyntaxSubject.OfSentence(r, group.Verb) ?? SyntaxSubject.Find(r, group.Verb) : SyntaxSubject.Find(r, group.Verb);
        if (tree is { } after && after.First > group.Verb) tree = null;
        if (tree is { } found && found.End == before + 1) return found;
        return Adjacent(r, group, before, floor) ?? tree ?? ByTags(r, group);
    }

    /// <summary>"quoted aides as saying", "was quoted as saying": the object, or in the passive the subject, of the verb before "as".</summary>
    private static TokenRange? AsSaying(ArticleReading r, VerbGroup group)
    {
        var floor = Floor(r, group.Verb);
        var at = group.First - 1;
        if (r.Tag(group.Verb) != PennTag.Vbg || at <= floor || !r.Is(at, "as")) return null;
        if (!r.Tag(at - 1).IsVerb()) return Phrase(r, at, floor, skipTime: false);
        var verb = VerbGroup.Read(r, at - 1);
        return verb.Passive || verb.First == verb.Verb ? Find(r, verb) : null;
    }

    /// <summary>The phrase right before the verb, unless a preposition before it says that it belongs to another.</summary>
    private static TokenRange? Adjacent(ArticleReading r, VerbGroup group, int before, int floor)
    {
        if (group.Infinitive || group.Gerund(r) || before < floor || !(r.Tag(before).IsNoun() || r.Tag(before) is PennTag.Prp)) return null;
        var start = NounPhrases.FullStart(r, before + 1, floor);
        if (start > before || start > floor && r.Tag(start - 1) is PennTag.In or PennTag.To) return null;
        return TimeWords.Contains(r.Form(before)) ? null : new TokenRange(start, before + 1);
    }

    /// <summary>How far back a subject is looked for: the beginning of the sentence, or so many tokens.</summary>
    private static int Floor(ArticleReading r, int verb) => Math.Max(r.SentenceAt(verb).FirstToken, verb - MaxReach);

    private static bool IsName(ArticleReading r, TokenRange range) => r.Tag(range.End - 1) is PennTag.Nnp && r.Token(range.End - 1).Upos == Upos.Propn;

    private static TokenRange? ByTags(ArticleReading r, VerbGroup group)
    {
        var floor = Floor(r, group.Verb);
        var i = group.First - 1;
        while (i >= floor && r.Tag(i).IsAdverb()) i--;
        if (i < floor) return null;
        if (group.Infinitive || group.Gerund(r)) return Inherited(r, i, floor);
        if (r.Tag(i).IsRelative() && !r.Is(i, "what")) return Antecedent(r, i, floor);
        if (r.IsComma(i)) return BeforeParenthesis(r, i, floor);
        if (r.Tag(i) == PennTag.Cc) return Inherited(r, i - 1, floor);
        return Phrase(r, i + 1, floor, skipTime: true) ?? Inherited(r, i, floor);
    }

    /// <summary>The noun phrase right after an inverted verb ("said the minister").</summary>
    public static TokenRange? FindInverted(ArticleReading r, int verb)
    {
        var limit = r.SentenceAt(verb).EndToken;
        var first = verb + 1;
        var end = NounPhrases.BaseEnd(r, first, limit);
        // A surname that is also an adjective ("said Cuban, …").
        if (end == first && first < limit && char.IsUpper(r.Form(first)[0]) && (first + 1 >= limit || r.IsPunct(first + 1))) end = first + 1;
        if (end == first) return null;
        var full = end;
        while (full < limit && r.Tag(full) == PennTag.In && (r.Is(full, "of") || r.Is(full, "for") || r.Is(full, "from") || r.Is(full, "at") || r.Is(full, "with")))
        {
            var next = NounPhrases.BaseEnd(r, full + 1, limit);
            if (next == full + 1) break;
            full = next;
        }

        return new TokenRange(first, full);
    }

    private static TokenRange? Phrase(ArticleReading r, int end, int floor, bool skipTime)
    {
        var start = NounPhrases.FullStart(r, end, floor);
        if (start >= end) return null;
        if (skipTime && start > floor && r.Tag(start - 1) == PennTag.In && IsTime(r, start, end)) return Phrase(r, start - 1, floor, skipTime: false);
        return new TokenRange(start, end);
    }

    private static TokenRange? Antecedent(ArticleReading r, int relative, int floor)
    {
        var end = relative;
        if (end > floor && r.IsComma(end - 1)) end--;
        if (end > floor && r.Tag(end - 1) == PennTag.In) end--;
        var name = NounPhrases.BaseStart(r, end, floor);
        if (name < end && end < relative && r.Tag(end - 1) == PennTag.Nnp) return new TokenRange(name, end);
        return Phrase(r, end, floor, skipTime: false) ?? (end < relative ? BeforeParenthesis(r, relative - 1, floor) : null);
    }

    /// <summary>"X, the former mayor, said": the phrase before the comma that opens the insertion.</summary>
    private static TokenRange? BeforeParenthesis(ArticleReading r, int closing, int floor)
    {
        for (var i = closing - 1; i > floor; i--)
        {
            if (!r.IsComma(i)) continue;
            var phrase = Phrase(r, i, floor, skipTime: false);
            if (phrase is { } found && !IsTime(r, found.First, found.End)) return found with { End = closing };
        }

        return Phrase(r, closing, floor, skipTime: false);
    }

    /// <summary>The subject of the nearest finite verb to the left.</summary>
    private static TokenRange? Inherited(ArticleReading r, int from, int floor)
    {
        for (var i = from; i > floor; i--)
        {
            if (r.InQuote(i) || !r.Tag(i).IsFinite()) continue;
            var group = VerbGroup.Read(r, i);
            var j = group.First - 1;
            while (j >= floor && r.Tag(j).IsAdverb()) j--;
            if (j < floor) return null;
            if (r.Tag(j).IsRelative()) return Antecedent(r, j, floor);
            if (r.Tag(j) == PennTag.Cc) continue;
            var found = r.IsComma(j) ? BeforeParenthesis(r, j, floor) : Phrase(r, j + 1, floor, skipTime: true);
            if (found is not null) return found;
        }

        return null;
    }

    private static bool IsTime(ArticleReading r, int first, int end)
    {
        var head = r.Form(end - 1);
        if (end - first == 1 && head.Length == 4 && r.Tag(first) == PennTag.Cd) return true;
        return TimeWords.Contains(head);
    }
}
