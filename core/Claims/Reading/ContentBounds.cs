using NewsIngest.Claims.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Where the content of a reported clause ends: at the end of its sentence, or where the reporter speaks again.</summary>
internal static class ContentBounds
{
    /// <summary>Longest content of one cue outside quotation marks, in tokens.</summary>
    private const int MaxContent = 400;

    private const int MaxInsertion = 12;

    /// <summary>End (token, exclusive) of the clause that begins at <paramref name="start"/> and is reported by the verb at <paramref name="cue"/>.</summary>
    public static int ClauseEnd(ArticleReading r, int start, int cue)
    {
        var limit = Math.Min(r.SentenceAt(cue).EndToken, start + MaxContent);
        for (var i = start + 1; i < limit; i++)
        {
            var quote = r.QuoteAt(i);
            if (quote >= 0)
            {
                i = Math.Max(i, r.TokenAtOrAfter(r.Quotes[quote].End) - 1);
                if (i >= limit || r.IsMark(i) && r.IsComma(i - 1) && i + 1 < limit && EndsAtComma(r, i, limit, cue)) return i + 1;
                if (i + 1 < limit && QuoteBounds.EndsClause(r, quote, i + 1)) return i + 1;
                continue;
            }

            if (r.Form(i) is ";" && i > start + 2) return i;
            if (r.IsComma(i) && EndsAtComma(r, i, limit, cue)) return i;
            if (r.Tag(i) == PennTag.Cc && ReporterGoesOn(r, i, limit, cue)) return i;
            if (!IsSpacedDash(r, i) || i + 1 >= limit) continue;
            if (ClosingDash(r, i, limit) is var close and >= 0) i = close;
            else if (r.Tag(i + 1) == PennTag.Cc || IsSubordinator(r, i + 1) || IsRemark(r, i + 1, limit)) return i;
        }

        return limit;
    }

    /// <summary>End of an object or an infinitive: also stops at a comma and at a subordinate clause of the reporter's.</summary>
    public static int PhraseEnd(ArticleReading r, int start, int cue)
    {
        var limit = Math.Min(r.SentenceAt(cue).EndToken, start + MaxContent);
        for (var i = start + 1; i < limit; i++)
        {
            var quote = r.QuoteAt(i);
            if (quote >= 0)
            {
                i = Math.Max(i, r.TokenAtOrAfter(r.Quotes[quote].End) - 1);
                if (i >= limit) return i + 1;
                if (i + 1 < limit && QuoteBounds.EndsPhrase(r, quote, i + 1, limit)) return i + 1;
                continue;
            }

            if (r.Form(i) is ";" or ":" || r.IsDash(i) && r.Token(i).Start > r.Token(i - 1).End) return i;
            if (r.IsComma(i) && !ListGoesOn(r, i, limit)) return i;
            if (r.Tag(i) == PennTag.Cc && (ReporterGoesOn(r, i, limit, cue) || i + 1 < limit && r.Tag(i + 1).IsFinite() && r.Tag(i + 1) != PennTag.Vbp)) return i;
            if (IsOuterSubordinator(r, i)) return i;
        }

        return limit;
    }

    private static bool EndsAtComma(ArticleReading r, int comma, int limit, int cue)
    {
        var i = comma + 1;
        if (i >= limit) return true;
        while (i < limit - 1 && r.Tag(i).IsAdverb()) i++;
        if (r.Tag(i) == PennTag.Vbg && r.Cue(i).Verb is not null) return true;
        if (r.Is(i, "according") || r.Is(i, "without") && i + 1 < limit && r.Tag(i + 1) == PennTag.Vbg) return true;
        if (r.Tag(i) == PennTag.Cc) return ReporterGoesOn(r, i, limit, cue) || r.Is(i, "but") && !(i + 1 < limit && r.Is(i + 1, "that"));
        return Attributes(r, i, limit) || IsContrast(r, i) && (ReportsAfter(r, i + 1, limit) || ActsAfter(r, i + 1, limit));
    }

    /// <summary>"and said", "but she added", "and called for": another verb of the reporter, in the tense of the cue.</summary>
    private static bool ReporterGoesOn(ArticleReading r, int conjunction, int limit, int cue)
    {
        var i = conjunction + 1;
        while (i < limit && (r.Tag(i).IsAdverb() || r.Tag(i) == PennTag.Md && r.Tag(cue) != PennTag.Md)) i++;
        if (i >= limit) return false;
        var sameTense = r.Tag(i) == r.Tag(cue) || r.Tag(cue) == PennTag.Vbd && r.Tag(i) == PennTag.Vbn && r.Tag(i - 1) == PennTag.Cc;
        if (sameTense && r.Tag(i) is PennTag.Vbd or PennTag.Vbn or PennTag.Vbz or PennTag.Vbg) return IsCueVerb(r, i);
        return ReportsAfter(r, i, limit);
    }

    /// <summary>A noun phrase and a cue verb that takes a clause: "he said".</summary>
    public static bool ReportsAfter(ArticleReading r, int i, int limit)
    {
        var end = NounPhrases.BaseEnd(r, i, limit);
        if (end == i) return false;
        while (end < limit && (r.Tag(end).IsAdverb() || r.Token(end).Upos == Upos.Aux)) end++;
        return end < limit && r.Tag(end).IsVerb() && r.Cue(end).Verb is { IsReport: true };
    }

    /// <summary>A noun phrase and a verb of the lexicon, whatever it takes: ", as the unions accused".</summary>
    private static bool ActsAfter(ArticleReading r, int i, int limit)
    {
        var end = NounPhrases.BaseEnd(r, i, limit);
        while (end > i && end < limit && r.Tag(end).IsAdverb()) end++;
        return end > i && end < limit && r.Tag(end) is PennTag.Vbd or PennTag.Vbz && r.Cue(end).Verb is { Force: CueForce.Say };
    }

    /// <summary>", he said" or ", said the minister" at the end of the clause.</summary>
    private static bool Attributes(ArticleReading r, int i, int limit)
    {
        if (r.Tag(i) is PennTag.Vbd or PennTag.Vbz && r.Cue(i).Verb is { } inverted && inverted.Has(CueFrames.Quote))
            return NounPhrases.BaseEnd(r, i + 1, limit) > i + 1;
        return ReportsAfter(r, i, limit) && !r.Tag(i).IsRelative();
    }

    private static bool IsCueVerb(ArticleReading r, int i) => r.Cue(i).Verb is not null || r.Cue(i).Phrases.Length > 0;

    private static bool IsContrast(ArticleReading r, int i) => r.Is(i, "although") || r.Is(i, "though") || r.Is(i, "while") || r.Is(i, "but") || r.Is(i, "as") || r.Is(i, "and");

    private static bool IsSpacedDash(ArticleReading r, int i) => r.IsDash(i) && r.Token(i).Start > r.Token(i - 1).End;

    /// <summary>"the old — and unpublished — reports": the dash that closes a short insertion with no clause of its own, or -1.</summary>
    private static int ClosingDash(ArticleReading r, int opening, int limit)
    {
        for (var i = opening + 1; i + 1 < Math.Min(limit, opening + MaxInsertion); i++)
        {
            if (r.Tag(i).IsFinite() || r.InQuote(i)) return -1;
            if (IsSpacedDash(r, i)) return i;
        }

        return -1;
    }

    /// <summary>"On Monday, even as the roof leaked": whether the only clause in [first, end) depends on another.</summary>
    public static bool IsSubordinate(ArticleReading r, int first, int end)
    {
        var verb = first;
        var (depends, begins) = (false, true);
        for (; verb < end && !r.Tag(verb).IsFinite(); verb++)
        {
            depends |= begins && (r.Token(verb).Upos == Upos.Sconj || r.Tag(verb) == PennTag.Wrb);
            begins = r.IsComma(verb) || begins && r.Tag(verb).IsAdverb();
        }

        return depends && verb < end && !r.HasFinite(verb + 1, end);
    }

    private static bool IsSubordinator(ArticleReading r, int i) => r.Is(i, "though") || r.Is(i, "although") || r.Is(i, "while");

    /// <summary>"— an allegation the firm denies": what the reporter says of the claim.</summary>
    private static bool IsRemark(ArticleReading r, int i, int limit) =>
        i + 2 < limit && (r.Is(i, "a") || r.Is(i, "an")) && r.Cue(i + 1).Noun is not null;

    private static bool IsOuterSubordinator(ArticleReading r, int i) =>
        r.Is(i, "because") || r.Is(i, "although") || r.Is(i, "though") || r.Is(i, "while") || r.Is(i, "after") && r.Token(i).Upos == Upos.Sconj || r.Is(i, "when") && r.Tag(i) == PennTag.Wrb;

    private static bool ListGoesOn(ArticleReading r, int comma, int limit)
    {
        for (var i = comma + 1; i < Math.Min(limit, comma + 14); i++)
        {
            if (r.Tag(i).IsFinite()) return false;
            if (r.Tag(i) == PennTag.Cc) return i + 1 < limit && NounPhrases.BaseEnd(r, i + 1, limit) > i + 1 && NounPhrases.BaseEnd(r, comma + 1, limit) > comma + 1;
            if (r.IsPunct(i) && !r.IsComma(i) && !r.IsMark(i)) return false;
        }

        return false;
    }
}
