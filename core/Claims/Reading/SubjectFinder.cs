using NewsIngest.Claims.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Finds the noun phrase that a verb is said of, by the tree where it can be trusted and by tags and commas where not.</summary>
internal static class SubjectFinder
{
    private const int MaxReach = 120;
    private const int MaxDepth = 4;
    private const int MaxInnerCommas = 4;

    /// <summary>Tokens of the subject, or null. A relative pronoun leads to the phrase before it; a participle after a comma to the subject of its sentence.</summary>
    public static TokenRange? Find(ArticleReading r, VerbGroup group) => Find(r, group, 0);

    private static TokenRange? Find(ArticleReading r, VerbGroup group, int depth)
    {
        if (depth > MaxDepth) return null;
        if (AsSaying(r, group, depth) is { } quoted) return quoted;
        var floor = Floor(r, group.Verb);
        if (SubjectPhrase.AfterOpeningVerb(r, group, floor) is { } later) return later;
        var before = SubjectPhrase.SkipBack(r, group.First - 1, floor);
        if (before < floor) return group.Gerund(r) ? OfParticiple(r, group, floor) : LoneName(r, group.First, floor);
        if (r.Tag(before).IsRelative() && !r.Is(before, "what") && Antecedent(r, before, floor) is { } person && IsName(r, person)) return person;
        if (group.Gerund(r) && AfterComma(r, before, floor)) return OfParticiple(r, group, floor);
        if (group.Infinitive && Controller(r, before, floor) is { } controller) return controller;
        if (group.Gerund(r) && r.Tag(before) == PennTag.Cc && JoinedParticiple(r, before, floor) is { } joined) return Find(r, joined, depth + 1);
        if (group.Gerund(r) && r.Tag(before).IsNoun() && Perceived(r, before, floor) is { } seen) return seen;
        if (group.Gerund(r) && r.Is(before, "by") && before > floor && r.Tag(before - 1).IsVerb() && VerbGroup.Read(r, before - 1) is { Passive: false } means) return Find(r, means, depth + 1);
        if (Obvious(r, group, before, floor) is { } obvious) return obvious;
        var tree = SubjectPhrase.Clean(r, SyntaxSubject.Find(r, group.Verb), group.Verb);
        if (tree is { } found && found.End == before + 1 && !(found.First > floor && r.Form(found.First - 1) is "-")) return group.Finite && !group.Infinitive ? WithRelative(r, found, floor) : found;
        if (!group.Infinitive && !group.Gerund(r) && (r.IsComma(before) || r.IsDash(before)) && SubjectPhrase.Clean(r, BeforeParenthesis(r, before, floor), group.Verb) is { } named
            && (tree is not { } far || far.First > named.First || r.HasFinite(far.End, named.First))) return named;
        return SubjectPhrase.Clean(r, Adjacent(r, group, before, floor), group.Verb) ?? tree ?? SubjectPhrase.Clean(r, ByTags(r, group), group.Verb) ?? SubjectPhrase.AtOpening(r, floor, group);
    }

    /// <summary>"she said", a sentence that begins with "The mayor said", "“…,” Lund said": nothing else can be the subject, and no tree is needed to see it.</summary>
    private static TokenRange? Obvious(ArticleReading r, VerbGroup group, int before, int floor)
    {
        if (!group.Finite || group.Infinitive || group.Gerund(r)) return null;
        if (r.Tag(before) == PennTag.Prp && (r.Is(before, "he") || r.Is(before, "she") || r.Is(before, "they") || r.Is(before, "we") || r.Is(before, "I"))) return new TokenRange(before, before + 1);
        var start = NounPhrases.FullStart(r, before + 1, floor);
        return start <= before && (start == r.SentenceAt(group.Verb).FirstToken || start > floor && OpensSubject(r, start, before)) ? SubjectPhrase.Clean(r, new TokenRange(start, before + 1), group.Verb) : null;
    }

    private static bool OpensSubject(ArticleReading r, int start, int before) =>
        r.IsComma(start - 1) && !IsJoined(r, start, before) || r.IsMark(start - 1) && r.InQuote(start - 1) && !r.InQuote(start) || r.Token(start - 1).Upos == Upos.Sconj;

    /// <summary>"the family, friends and neighbours said": what stands after the comma is not all.</summary>
    private static bool IsJoined(ArticleReading r, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (r.Tag(i) == PennTag.Cc) return true;
        }

        return false;
    }

    /// <summary>"sailors who have fought other storms said": from what the tree took for the subject, an object in a relative clause, to what that clause describes.</summary>
    private static TokenRange WithRelative(ArticleReading r, TokenRange phrase, int floor)
    {
        var i = phrase.First - 1;
        if (i <= floor || !r.Tag(i).IsVerb()) return phrase;
        while (i > floor && (r.Tag(i).IsVerb() || r.Tag(i) == PennTag.Md || r.Tag(i).IsAdverb())) i--;
        if (i <= floor || !r.Tag(i).IsRelative() || r.Is(i, "what") || r.IsComma(i - 1)) return phrase;
        var start = NounPhrases.BaseStart(r, i, floor);
        return start < i ? new TokenRange(start, phrase.End) : phrase;
    }

    /// <summary>"led the mayor to declare", "an opening for the mayor to say": the phrase before the infinitive that it is said of.</summary>
    private static TokenRange? Controller(ArticleReading r, int before, int floor)
    {
        if (!(NounPhrases.IsHead(r, before) || Quantifiers.Contains(r.Form(before)))) return null;
        var start = Math.Min(NounPhrases.BaseStart(r, before + 1, floor), before);
        if (start <= floor) return null;
        var named = r.Is(start - 1, "for") && r.Tag(before) is PennTag.Nnp or PennTag.Prp;
        return named || ObjectControl.Contains(r.Form(start - 1)) ? new TokenRange(start, before + 1) : null;
    }

    /// <summary>"saying that it was late and arguing that": the participle before the conjunction.</summary>
    private static VerbGroup? JoinedParticiple(ArticleReading r, int conjunction, int floor)
    {
        for (var i = conjunction - 1; i > floor; i--)
        {
            if (!r.InQuote(i) && r.Tag(i) == PennTag.Vbg && r.Cue(i).Verb is { Force: CueForce.Say } && VerbGroup.Read(r, i) is var other && other.Gerund(r)) return other;
        }

        return null;
    }

    /// <summary>"with the union calling it a mistake", "watched him describing it".</summary>
    private static TokenRange? Perceived(ArticleReading r, int before, int floor)
    {
        var start = NounPhrases.FullStart(r, before + 1, floor);
        if (start > floor && r.Is(start - 1, "about")) start--;
        return start > floor && start <= before && (r.Is(start - 1, "with") || Perception.Contains(r.Form(start - 1))) ? new TokenRange(start, before + 1) : null;
    }

    /// <summary>"Asked about it, Lund said", "Lund said so, adding": the subject of the report that the participle goes on from, or of its sentence.</summary>
    private static TokenRange? OfParticiple(ArticleReading r, VerbGroup group, int floor) =>
        OfReport(r, group.Verb, floor)
        ?? SubjectPhrase.Clean(r, SyntaxSubject.OfSentence(r, group.Verb), group.Verb)
        ?? SubjectPhrase.Clean(r, SyntaxSubject.Find(r, group.Verb), group.Verb)
        ?? SubjectPhrase.Clean(r, ByTags(r, group), group.Verb)
        ?? SubjectPhrase.AtOpening(r, floor, group);

    /// <summary>The one who says what stands before ", adding": the outermost report of those to the left that enclose each other.</summary>
    private static TokenRange? OfReport(ArticleReading r, int participle, int floor)
    {
        for (var i = participle - 2; i > floor; i--)
        {
            if (r.InQuote(i) || !Reports(r, i) || SyntaxSubject.IsReported(r, i)) continue;
            if (r.IsMark(i - 1) || r.IsComma(i - 1))
            {
                if (FindInverted(r, i) is { } inverted && inverted.End < participle && r.Tag(i + 1) is not PennTag.Dt) return inverted;
            }

            return Find(r, VerbGroup.Read(r, i));
        }

        return null;
    }

    private static bool Reports(ArticleReading r, int i) =>
        r.Tag(i) is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp && r.Cue(i).Verb is { IsReport: true };

    private static bool AfterComma(ArticleReading r, int before, int floor) =>
        r.IsComma(before) || before > floor && r.IsMark(before) && (r.IsComma(before - 1) || r.InQuote(before));

    /// <summary>"quoted aides as saying", "was quoted as saying": the object, or in the passive the subject, of the verb before "as".</summary>
    private static TokenRange? AsSaying(ArticleReading r, VerbGroup group, int depth)
    {
        var floor = Floor(r, group.Verb);
        var at = group.First - 1;
        if (r.Tag(group.Verb) != PennTag.Vbg || at <= floor || !r.Is(at, "as")) return null;
        if (!r.Tag(at - 1).IsVerb()) return Phrase(r, at, floor) is { } phrase ? QuotedBy(r, phrase, floor) is { } quoted ? Find(r, quoted, depth + 1) : phrase : null;
        var verb = VerbGroup.Read(r, at - 1);
        return verb.Passive || verb.First == verb.Verb ? Find(r, verb, depth + 1) : null;
    }

    /// <summary>"was quoted by the Courier as saying": the passive verb before the medium, whose subject spoke.</summary>
    private static VerbGroup? QuotedBy(ArticleReading r, TokenRange medium, int floor)
    {
        var verb = medium.First - 2;
        return verb > floor && r.Is(verb + 1, "by") && r.Tag(verb).IsVerb() && VerbGroup.Read(r, verb) is { Passive: true } passive ? passive : null;
    }

    /// <summary>The phrase right before the verb, unless a preposition before it says that it belongs to another.</summary>
    private static TokenRange? Adjacent(ArticleReading r, VerbGroup group, int before, int floor)
    {
        if (group.Infinitive || group.Gerund(r) || !(r.Tag(before).IsNoun() || r.Tag(before) is PennTag.Prp or PennTag.Cd || Quantifiers.Contains(r.Form(before)) || NounPhrases.IsHead(r, before))) return LoneName(r, before + 1, floor);
        var start = NounPhrases.FullStart(r, before + 1, floor);
        if (start > before) start = before;
        if (start > floor && GovernsOwnObject(r, start - 1)) start = AfterConjunction(r, start, before + 1);
        return start > floor && IsPreposition(r, start - 1) && !OpensClause(r, start - 1, floor) ? null : new TokenRange(start, before + 1);
    }

    /// <summary>"won a seat and Lund said": what stands before "and" is the object of a verb that reports nothing.</summary>
    private static bool GovernsOwnObject(ArticleReading r, int verb) => r.Tag(verb).IsVerb() && r.Cue(verb).Verb is not { Force: CueForce.Say };

    private static int AfterConjunction(ArticleReading r, int first, int end)
    {
        for (var i = end - 2; i > first; i--)
        {
            if (r.Tag(i) == PennTag.Cc) return i + 1;
        }

        return first;
    }

    /// <summary>"shares fell after the bank said": behind a clause these words open another.</summary>
    private static bool OpensClause(ArticleReading r, int i, int floor) =>
        (r.Is(i, "after") || r.Is(i, "before") || r.Is(i, "since") || r.Is(i, "until") || r.Is(i, "because") || r.Is(i, "as") || r.Is(i, "while")) && r.HasFinite(floor, i);

    private static bool IsPreposition(ArticleReading r, int i) => r.Tag(i) is PennTag.In or PennTag.To && r.Token(i).Upos != Upos.Sconj && !r.Is(i, "that");

    /// <summary>How far back a subject is looked for: the beginning of the sentence, or so many tokens.</summary>
    private static int Floor(ArticleReading r, int verb) => Math.Max(r.SentenceAt(verb).FirstToken, verb - MaxReach);

    private static bool IsName(ArticleReading r, TokenRange range) => r.Tag(range.End - 1) is PennTag.Nnp && r.Token(range.End - 1).Upos == Upos.Propn;

    /// <summary>A name of one word that the tagger took for another: "Holly said", "Small, who sings, said".</summary>
    private static TokenRange? LoneName(ArticleReading r, int end, int floor)
    {
        var name = end - 1;
        if (name < floor || !char.IsUpper(r.Form(name)[0]) || name > floor && !r.IsPunct(name - 1) && r.Tag(name - 1) != PennTag.Cc) return null;
        if (!(r.Tag(name).IsVerb() || r.Tag(name).IsAdjective() || r.Tag(name).IsAdverb() || r.Tag(name) is PennTag.Uh) || r.Token(name).Upos == Upos.Aux) return null;
        return r.Cue(name).Verb is null ? new TokenRange(name, end) : null;
    }

    private static TokenRange? ByTags(ArticleReading r, VerbGroup group)
    {
        var floor = Floor(r, group.Verb);
        var i = SubjectPhrase.SkipBack(r, group.First - 1, floor);
        if (i < floor) return null;
        if (group.Infinitive || group.Gerund(r)) return Inherited(r, i, floor);
        if (r.Tag(i).IsRelative() && !r.Is(i, "what")) return Antecedent(r, i, floor);
        if (r.IsComma(i) || r.IsDash(i)) return BeforeParenthesis(r, i, floor);
        if (r.Tag(i) == PennTag.Cc) return Inherited(r, i - 1, floor);
        return Phrase(r, i + 1, floor) ?? Inherited(r, i, floor);
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

        return new TokenRange(first, Apposition.EndOfName(r, full, limit));
    }

    private static TokenRange? Phrase(ArticleReading r, int end, int floor)
    {
        var start = NounPhrases.FullStart(r, end, floor);
        return start < end ? new TokenRange(start, end) : LoneName(r, end, floor);
    }

    private static TokenRange? Antecedent(ArticleReading r, int relative, int floor)
    {
        var end = relative;
        if (end > floor && r.IsComma(end - 1)) end--;
        if (end > floor && r.Tag(end - 1) == PennTag.In) end--;
        var name = NounPhrases.BaseStart(r, end, floor);
        if (name < end && end < relative && r.Tag(end - 1) == PennTag.Nnp) return new TokenRange(name, end);
        return Phrase(r, end, floor) ?? (end < relative ? BeforeParenthesis(r, relative - 1, floor) : null);
    }

    /// <summary>"the firm, whose owner, Ida Lund, said": what stands behind "whose".</summary>
    private static TokenRange? OfWhose(ArticleReading r, int closing, int floor)
    {
        var commas = 0;
        for (var i = closing - 1; i > floor && commas < 2; i--)
        {
            if (r.IsComma(i)) commas++;
            if (r.Tag(i).IsFinite()) return null;
            if (r.Tag(i) == PennTag.WpPoss) return commas == 1 ? new TokenRange(i + 1, closing) : null;
        }

        return null;
    }

    /// <summary>"X, whose home, a barn, is old, said", "X, who has seen it but, he says, forgot, said": the phrase before a relative clause with commas of its own.</summary>
    private static TokenRange? BeforeRelative(ArticleReading r, int closing, int floor)
    {
        var commas = 0;
        for (var i = closing - 1; i > floor && commas < MaxInnerCommas; i--)
        {
            if (!r.IsComma(i)) continue;
            if (commas++ == 0 && NounPhrases.FullEnd(r, i + 1, closing) == closing) return null;
            if (r.Tag(i + 1).IsRelative() || r.Tag(i + 1) == PennTag.WpPoss) return r.HasFinite(i + 2, closing) && SubjectPhrase.Clean(r, Phrase(r, i, floor), closing) is { } found ? found with { End = closing } : null;
        }

        return null;
    }

    /// <summary>"X, the former mayor, said", "X — who left — said": the phrase before the mark that opens the insertion.</summary>
    private static TokenRange? BeforeParenthesis(ArticleReading r, int closing, int floor)
    {
        var dash = r.IsDash(closing);
        if (!dash && OfWhose(r, closing, floor) is { } owned) return owned;
        if (!dash && BeforeRelative(r, closing, floor) is { } described) return described;
        for (var i = closing - 1; i > floor; i--)
        {
            if (!(dash ? r.IsDash(i) : r.IsComma(i))) continue;
            var phrase = Phrase(r, i, floor);
            if (phrase is not { } found || SubjectPhrase.Clean(r, found, closing) is null) continue;
            if (r.Tag(found.First) == PennTag.Dt && found.First > floor + 1 && r.IsComma(found.First - 1) && r.Tag(found.First - 2) == PennTag.Nnp && Phrase(r, found.First - 1, floor) is { } named) found = named;
            return found with { End = closing };
        }

        return Phrase(r, closing, floor);
    }

    /// <summary>The subject of the nearest finite verb to the left.</summary>
    private static TokenRange? Inherited(ArticleReading r, int from, int floor)
    {
        for (var i = from; i > floor; i--)
        {
            if (r.InQuote(i) || !r.Tag(i).IsFinite()) continue;
            var group = VerbGroup.Read(r, i);
            var j = SubjectPhrase.SkipBack(r, group.First - 1, floor);
            if (j < floor) return null;
            if (r.Tag(j).IsRelative()) return Antecedent(r, j, floor);
            if (r.Tag(j) == PennTag.Cc) continue;
            var found = r.IsComma(j) || r.IsDash(j) ? BeforeParenthesis(r, j, floor) : Phrase(r, j + 1, floor);
            if (SubjectPhrase.Clean(r, found, i) is { } clean) return clean;
        }

        return null;
    }
}
