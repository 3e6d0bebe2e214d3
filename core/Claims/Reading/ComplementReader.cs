using NewsIngest.Claims.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Tells what follows a cue, stepping over adverbs, insertions, "in a statement", "on Monday" and the hearer.</summary>
internal static class ComplementReader
{
    private const int MaxAdjunct = 16;
    private const int MaxSubject = 60;
    private const int MaxInsertion = 24;

    public static Complement Read(ArticleReading r, CueEntry cue, int pos, int limit)
    {
        var direct = At(r, cue, pos, limit);
        if (direct.Kind is not (ComplementKind.None or ComplementKind.NounPhrase)) return direct;
        if (direct.Kind == ComplementKind.NounPhrase && IsTime(r, direct.First, limit)) direct = default;
        var afterObject = direct.Kind == ComplementKind.NounPhrase ? NounPhrases.FullEnd(r, pos, limit) : pos;
        var hearer = direct.Kind == ComplementKind.NounPhrase ? new TokenRange(pos, NounPhrases.BaseEnd(r, pos, limit)) : (TokenRange?)null;
        if (hearer is null || cue.Has(CueFrames.Addr))
        {
            var later = Later(r, cue, afterObject, limit, hearer is not null);
            if (later.Kind != ComplementKind.None) return later with { Addressee = hearer ?? HearerBehindTo(r, pos, limit) };
        }

        return direct;
    }

    /// <summary>"suggested to the mayor that".</summary>
    private static TokenRange? HearerBehindTo(ArticleReading r, int pos, int limit) =>
        pos < limit && r.Is(pos, "to") && NounPhrases.BaseEnd(r, pos + 1, limit) is var end && end > pos + 1 ? new TokenRange(pos + 1, end) : null;

    private static Complement At(ArticleReading r, CueEntry cue, int pos, int limit)
    {
        while (pos < limit && r.Tag(pos).IsAdverb() && !r.Is(pos, "that") && !IsAmount(r, pos) && !r.Tag(pos + 1 < limit ? pos + 1 : pos).IsAdjective()) pos++;
        if (pos >= limit) return default;
        if (OpensSpeech(r, pos)) return new Complement(ComplementKind.Quote, pos, null);
        if (r.IsComma(pos)) return pos + 1 < limit && OpensSpeech(r, pos + 1) ? new Complement(ComplementKind.Quote, pos + 1, null) : default;
        if (r.Form(pos) is ":") return pos + 1 < limit ? new Complement(OpensSpeech(r, pos + 1) ? ComplementKind.Quote : ComplementKind.Colon, pos + 1, null) : default;
        if (IsThat(r, pos, limit)) return new Complement(ComplementKind.That, pos + 1, null);
        if (r.Is(pos, "that") && IsDemonstrative(r, pos, limit)) return new Complement(ComplementKind.NounPhrase, pos, null);
        if (IsWh(r, pos)) return new Complement(ComplementKind.Wh, pos, null);
        if (r.Is(pos, "to") && pos + 1 < limit && (r.Tag(pos) == PennTag.To || r.Tag(pos + 1) == PennTag.Vb || r.IsMark(pos + 1)) && StartsInfinitive(r, pos + 1, limit)) return new Complement(ComplementKind.To, pos, null);
        if (cue.TakesOnlyClauses && !r.IsPunct(pos - 2) && BeginsWithInsertion(r, pos, limit)) return new Complement(ComplementKind.Bare, pos, null);
        if (cue.TakesOnlyClauses && BeginsLongClause(r, pos, limit)) return new Complement(ComplementKind.Bare, pos, null);
        if (r.Tag(pos) == PennTag.Vbg && !cue.Has(CueFrames.Obj | CueFrames.Bare)) return new Complement(ComplementKind.Gerund, pos, null);
        if (TakesClause(cue) && StartsClause(r, pos, limit) || GovernsClause(r, cue, pos, limit)) return new Complement(ComplementKind.Bare, pos, null);
        if (r.Tag(pos) == PennTag.Vbg) return new Complement(ComplementKind.Gerund, pos, null);
        return NounPhrases.BaseEnd(r, pos, limit) > pos ? new Complement(ComplementKind.NounPhrase, pos, null) : default;
    }

    /// <summary>A "that", a quote or a question word after adjuncts: "told reporters in Oslo on Monday that".</summary>
    private static Complement Later(ArticleReading r, CueEntry cue, int pos, int limit, bool afterHearer)
    {
        var stop = Math.Min(limit, pos + MaxAdjunct);
        var commas = 0;
        for (var i = pos; i < stop; i++)
        {
            if (i > pos || afterHearer)
            {
                if (IsThat(r, i, limit) || EndsAdjunct(r, i - 1) && r.Is(i, "that") && r.HasFinite(i + 2, Math.Min(limit, i + MaxSubject)) || afterHearer && i == pos && cue.Has(CueFrames.Addr) && r.Is(i, "that") && i + 1 < limit) return new Complement(ComplementKind.That, i + 1, null);
                if (i + 1 < limit && r.Form(i) is ":" && OpensSpeech(r, i + 1)) return new Complement(ComplementKind.Quote, i + 1, null);
                if (i + 1 < limit && r.IsComma(i) && OpensSpeech(r, i + 1)) return new Complement(ComplementKind.Quote, i + 1, null);
                if (afterHearer && OpensSpeech(r, i)) return new Complement(ComplementKind.Quote, i, null);
                if (afterHearer && i == pos && (IsWh(r, i))) return new Complement(ComplementKind.Wh, i, null);
                if (afterHearer && i == pos && cue.Has(CueFrames.Bare) && StartsClause(r, i, limit)) return new Complement(ComplementKind.Bare, i, null);
                if (!afterHearer && EndsAdjunct(r, i - 1) && IsWh(r, i) && !r.Is(i, "when") && !r.Is(i, "where")) return new Complement(ComplementKind.Wh, i, null);
                if (!afterHearer && cue.Has(CueFrames.Bare) && (EndsAdjunct(r, i - 1) || IsVenue(r, pos) && OpensPhrase(r, i)) && StartsClause(r, i, limit)) return new Complement(ComplementKind.Bare, i, null);
            }

            if (!afterHearer && i + 1 < limit && r.Cue(i).Noun is not null && r.Is(i + 1, "that") && !IsVenue(r, pos)) break;
            if (r.IsComma(i) && ++commas > 2) break;
            if (r.Tag(i).IsFinite() && r.Token(i).Upos != Upos.Noun && (commas == 0 || r.Cue(i).Verb is { Force: CueForce.Say })) break;
            // ", adding that": the clause is the participle's.
            if (r.Tag(i) == PennTag.Vbg && r.IsComma(i - 1) && r.Cue(i).Verb is { Force: CueForce.Say }) break;
            if (r.Form(i) is ";" or ":" or "." || r.Tag(i) == PennTag.Cc && r.Is(i, "but")) break;
        }

        return default;
    }

    /// <summary>"in a statement", "on the radio": where it was said, so that a "that" after it belongs to the verb.</summary>
    private static bool IsVenue(ArticleReading r, int pos) =>
        r.Is(pos, "in") || r.Is(pos, "on") || r.Is(pos, "at") || r.Is(pos, "during") || r.Is(pos, "through") || r.Is(pos, "via");

    /// <summary>"in a statement the firm had", "in a post it would": a phrase that begins where another ends.</summary>
    private static bool OpensPhrase(ArticleReading r, int i) =>
        r.Tag(i - 1).IsNoun() && (r.Tag(i) is PennTag.Dt or PennTag.PrpPoss or PennTag.Ex || r.Is(i, "it") || r.Is(i, "he") || r.Is(i, "she") || r.Is(i, "they") || r.Is(i, "we") || r.Is(i, "I"));

    /// <summary>"said most of it", "said much of his talk": what could be an adverb begins a subject.</summary>
    private static bool IsAmount(ArticleReading r, int i) => r.Is(i, "most") || r.Is(i, "much");

    /// <summary>"said about half of the rise …", "said around 60 people …": a preposition that belongs to a number.</summary>
    private static bool IsEstimate(ArticleReading r, int i, int limit) =>
        i + 2 < limit && (r.Is(i, "about") || r.Is(i, "around") || r.Is(i, "over") || r.Is(i, "under"))
        && (r.Is(i + 1, "half") || r.Tag(i + 1) == PennTag.Cd && (r.Tag(i + 2) is PennTag.Nns or PennTag.Cd || r.Tag(i + 2).IsAdjective() || r.Is(i + 2, "of") || r.Form(i + 2) is "%" || r.Is(i + 2, "per") || r.Is(i + 2, "percent")));

    private static bool EndsAdjunct(ArticleReading r, int i) => TimeWords.Contains(r.Form(i));

    /// <summary>"said expanding the park would …", "said despite the rain she …", "said the fund ultimately paid": a subject that no tag pattern covers, then a verb.</summary>
    private static bool BeginsLongClause(ArticleReading r, int pos, int limit)
    {
        var opens = r.Tag(pos) == PennTag.Vbg || IsAmount(r, pos) || IsEstimate(r, pos, limit) || r.Is(pos, "despite") || r.Is(pos, "because") || r.Tag(pos) is PennTag.Dt or PennTag.Jj && !r.Is(pos, "yes")
            || NounPhrases.BaseEnd(r, pos, limit) > pos;
        if (!opens || IsTime(r, pos, limit)) return false;
        for (var i = pos + 1; i < Math.Min(limit, pos + MaxSubject); i++)
        {
            if (r.IsComma(i) && !r.Is(pos, "despite")) return false;
            if (r.Tag(i).IsFinite() && !r.Tag(i - 1).IsRelative() || r.Tag(i) == PennTag.Vbn && (r.Tag(i - 1).IsAdverb() || r.Tag(i - 1).IsNoun() && !(i + 1 < limit && r.Is(i + 1, "by")) || IsQuotedPredicate(r, i))) return true;
        }

        return false;
    }

    /// <summary>"said her team “deserved nothing”": a verb right behind an opening mark and a noun.</summary>
    private static bool IsQuotedPredicate(ArticleReading r, int i) => r.InQuote(i) && r.IsMark(i - 1) && OpensSpeech(r, i - 1) && r.Tag(i - 2).IsNoun();

    /// <summary>"said Lund, who came late, would …", "said the dam, a relic, was …": a subject, an insertion between commas, then a verb.</summary>
    private static bool BeginsWithInsertion(ArticleReading r, int pos, int limit)
    {
        var comma = NounPhrases.FullEnd(r, pos, limit);
        if (comma == pos || comma + 1 >= limit || !r.IsComma(comma) || IsTime(r, pos, limit)) return false;
        if (!r.Tag(comma + 1).IsRelative() && NounPhrases.BaseEnd(r, comma + 1, limit) == comma + 1) return false;
        for (var i = comma + 1; i < Math.Min(limit, comma + MaxInsertion); i++)
        {
            if (r.IsComma(i)) return HasFiniteAt(r, i + 1, limit) || i + 1 < limit && r.Tag(i + 1) == PennTag.Vbn;
        }

        return false;
    }

    private static bool TakesClause(CueEntry cue) =>
        cue.Has(CueFrames.Bare | CueFrames.That) || !cue.Has(CueFrames.ObjPred | CueFrames.ObjAs) && (cue.Has(CueFrames.Quote) || !cue.Has(CueFrames.Obj));

    /// <summary>A quotation begins here, and no title of a work.</summary>
    public static bool OpensSpeech(ArticleReading r, int i) => r.QuoteAt(i) >= 0 && r.Token(i).Start == r.Quotes[r.QuoteAt(i)].Start && !WorkTitles.Contain(r, r.Quotes[r.QuoteAt(i)]);

    private static bool IsThat(ArticleReading r, int i, int limit)
    {
        if (!r.Is(i, "that") || i + 1 >= limit) return false;
        if (IsDemonstrative(r, i, limit)) return false;
        if (r.Tag(i) == PennTag.In || r.Token(i).Upos == Upos.Sconj || !r.Tag(i + 1).IsFinite()) return true;
        // "that costs would rise": a noun that the tagger took for a verb.
        return i + 2 < limit && r.Tag(i + 1) == PennTag.Vbz && r.Token(i + 1).Upos != Upos.Aux && r.Tag(i + 2).IsFinite();
    }

    /// <summary>"disputed that account, …": a noun with nothing said of it.</summary>
    private static bool IsDemonstrative(ArticleReading r, int that, int limit)
    {
        if (that + 1 >= limit || !(r.Tag(that + 1) == PennTag.Nn || r.Tag(that + 1).IsAdjective())) return false;
        var end = NounPhrases.BaseEnd(r, that + 1, limit);
        return end > that + 1 && end < limit && r.Tag(end - 1) == PennTag.Nn && (r.IsComma(end) || r.Form(end) is ".");
    }

    private static bool IsWh(ArticleReading r, int i) =>
        r.Is(i, "whether") || r.Is(i, "if") || r.Is(i, "how") || r.Is(i, "why") || r.Is(i, "what") || r.Is(i, "where") || r.Is(i, "who") || r.Is(i, "when");

    private static bool StartsInfinitive(ArticleReading r, int i, int limit)
    {
        while (i < limit && (r.Tag(i).IsAdverb() || r.IsMark(i))) i++;
        if (i >= limit || r.Tag(i).IsVerb()) return i < limit;
        var next = i + 1 < limit && r.IsMark(i + 1) ? i + 2 : i + 1;
        return r.Tag(i) == PennTag.Nn && next < limit && r.Tag(next) is PennTag.Dt or PennTag.PrpPoss;
    }

    /// <summary>A noun phrase with a finite verb after it: a clause without "that".</summary>
    public static bool StartsClause(ArticleReading r, int pos, int limit)
    {
        if (r.Is(pos, "there")) return true;
        var end = NounPhrases.FullEnd(r, pos, limit);
        if (end == pos) return false;
        if (HasFiniteAt(r, end, limit)) return true;
        var short_ = NounPhrases.BaseEnd(r, pos, limit);
        return short_ < end && HasFiniteAt(r, short_, limit);
    }

    /// <summary>A longer subject ("the firm’s efforts to cut costs have failed"): the tree, or for a cue that takes no object any finite verb, tells.</summary>
    private static bool GovernsClause(ArticleReading r, CueEntry cue, int pos, int limit)
    {
        if (!cue.Has(CueFrames.Bare) || cue.Has(CueFrames.Addr) || IsTime(r, pos, limit)) return false;
        var opensPhrase = NounPhrases.BaseEnd(r, pos, limit) > pos;
        if (opensPhrase && !cue.Has(CueFrames.Obj) && HasFiniteBeforeComma(r, pos, limit)) return true;
        if (!opensPhrase && (r.IsPunct(pos) || r.Token(pos).Upos == Upos.Sconj || r.Is(pos, "as")) || !HasVerb(r, pos + 1, limit)) return false;
        var verb = pos - 1;
        while (verb > 0 && r.Tag(verb).IsAdverb()) verb--;
        var clause = r.Text.Child(verb, Deprel.Ccomp);
        return clause > pos && (opensPhrase || r.Text.SubtreeFirst(clause) == pos);
    }

    private static bool HasVerb(ArticleReading r, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (r.Tag(i).IsVerb() || r.Tag(i).IsFinite()) return true;
        }

        return false;
    }

    private static bool HasFiniteBeforeComma(ArticleReading r, int pos, int limit)
    {
        for (var i = pos; i < Math.Min(limit, pos + MaxSubject) && !r.IsComma(i); i++)
        {
            if (r.Tag(i).IsFinite() && !r.Tag(i - 1).IsRelative()) return true;
        }

        return false;
    }

    /// <summary>"Monday", "last month": when it was said, not what.</summary>
    private static bool IsTime(ArticleReading r, int pos, int limit)
    {
        var end = NounPhrases.BaseEnd(r, pos, limit);
        if (pos + 1 < limit && r.Tag(pos + 1) == PennTag.Pos) return false;
        return TimeWords.Contains(r.Form(pos)) || end > pos && end <= pos + 2 && TimeWords.Contains(r.Form(end - 1)) && (r.Is(pos, "last") || r.Is(pos, "this") || r.Is(pos, "earlier") || r.Tag(pos) == PennTag.Nnp);
    }

    private static bool HasFiniteAt(ArticleReading r, int i, int limit)
    {
        while (i < limit && (r.Tag(i).IsAdverb() || (r.IsMark(i) && r.InQuote(i)))) i++;
        return i < limit && (r.Tag(i).IsFinite() || r.Tag(i) == PennTag.Vbn && r.InQuote(i) && r.IsMark(i - 1));
    }
}
