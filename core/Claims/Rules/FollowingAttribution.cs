using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>Reads what follows a quotation: <c>"…," said X</c>, <c>"…," X told reporters</c>, <c>"…," X, a nurse, said</c>.</summary>
internal sealed class FollowingAttribution(ArticleReading r)
{
    private const int MaxSubject = 40;
    private const int MaxLead = 100;

    public readonly record struct Attribution(int Verb, CueEntry? Cue, TokenRange Speaker, TokenRange? Addressee, int End);

    /// <summary>Whether the quotation may stand before its cue: it ends in a comma or a sentence mark, inside or right after the closing mark.</summary>
    public bool Introduces(int q)
    {
        var quote = r.Quotes[q];
        var text = r.Article.Text;
        if (QuoteShape.LastMark(r, quote) is ',' or '?' or '!' or '-' or '—' or '–' or '.' or '…') return true;
        return quote.End < text.Length && text[quote.End] is ',' or '-' or '—';
    }

    public Attribution? Find(int q)
    {
        var quote = r.Quotes[q];
        var token = r.TokenAtOrAfter(quote.End);
        if (token >= r.TokenCount || r.SentenceAt(token).Block != quote.Block) return null;
        while (token < r.TokenCount && (r.IsComma(token) || r.IsDash(token) || r.IsMark(token) && !r.InQuote(token))) token++;
        if (token >= r.TokenCount || r.SentenceAt(token).Block != quote.Block || r.InQuote(token)) return null;
        var limit = r.SentenceAt(token).EndToken;
        var introduces = Introduces(q);
        if (IsNoStatement(q, token)) return null;
        if ((introduces || r.Form(token) is "said" or "says") && Inverted(token, limit, q) is { } inverted) return inverted;
        if (!introduces) return null;
        var last = QuoteShape.LastMark(r, quote);
        var finished = last is '.' or '…' && char.IsUpper(r.Article.Text[r.Token(token).Start]);
        return Straight(token, limit, finished, last is '?' or '!') ?? (finished || !QuoteShape.OpensSentence(r, quote) ? null : Loose(token, limit, last is ','));
    }

    /// <summary>
    /// A title or a description inside the reporter’s sentence: <c>On the radio show "New Day," Lund said …</c>, <c>Lund, who calls the fee
    /// "robbery," said …</c>.
    /// </summary>
    private bool IsNoStatement(int q, int after)
    {
        var first = r.TokenAtOrAfter(r.Quotes[q].Start);
        var floor = Math.Max(r.SentenceAt(first).FirstToken, first - MaxLead);
        if (first <= floor) return false;
        var finite = false;
        var relative = false;
        for (var i = floor; i < after; i++)
        {
            if (r.Tag(i).IsRelative() && i < first) relative = i > floor && r.IsComma(i - 1);
            else if (r.IsComma(i) && i < first - 1) relative = false;
            finite |= r.Tag(i).IsFinite();
        }

        return !finite || relative && r.Tag(after).IsFinite();
    }

    private Attribution? Inverted(int token, int limit, int q)
    {
        var verb = token;
        while (verb < limit && r.Tag(verb).IsAdverb()) verb++;
        if (verb >= limit || !(r.Tag(verb) is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Vbn or PennTag.Vb) || !char.IsLower(r.Form(verb)[0])) return null;
        var cue = r.Cue(verb).Verb;
        if ((cue is null || !cue.Has(CueFrames.Quote)) && !IsMannerOfSpeaking(verb, limit, q)) return null;
        return SubjectFinder.FindInverted(r, verb) is { } subject ? new Attribution(verb, cue, subject, null, AttributionEnd(subject.End, limit)) : null;
    }

    /// <summary>A verb that no lexicon lists, between a finished quotation and a name: <c>"It is ours!" beamed Ida Lund</c>.</summary>
    private bool IsMannerOfSpeaking(int verb, int limit, int q)
    {
        if (!QuoteShape.OpensSentence(r, r.Quotes[q]) && !QuoteShape.IsShortExclamation(r, r.Quotes[q]) || QuoteShape.LastMark(r, r.Quotes[q]) is not (',' or '!' or '?') || verb + 1 >= limit || VerbGroup.IsBe(r.Form(verb)) || r.Token(verb).Upos == Upos.Aux) return false;
        return r.Tag(verb) is PennTag.Vbd or PennTag.Vbn && r.Tag(verb + 1) is PennTag.Nnp && char.IsUpper(r.Form(verb + 1)[0]);
    }

    private Attribution? Straight(int token, int limit, bool finished, bool asks)
    {
        var end = NounPhrases.FullEnd(r, token, limit);
        if (end == token) return null;
        var subject = new TokenRange(token, end);
        var i = AfterInsertion(end, limit);
        while (i < limit && (r.Tag(i).IsAdverb() || r.Token(i).Upos == Upos.Aux || r.Is(i, "later") || r.Is(i, "also"))) i++;
        if (i >= limit || !r.Tag(i).IsVerb() || r.Tag(i) == PennTag.Vbn && i + 1 < limit && r.Is(i + 1, "by")) return null;
        var cue = r.Cue(i).Verb;
        if (cue is null || !cue.Has(CueFrames.Quote))
        {
            if (finished || r.Tag(i) != PennTag.Vbd || i + 1 < limit && !r.IsPunct(i + 1) && r.Tag(i + 1) is not PennTag.In) return null;
        }

        if (finished && i + 1 < limit && !r.IsPunct(i + 1) && !r.Tag(i + 1).IsAdverb() && r.Tag(i + 1) != PennTag.In && !TimeWords.Contains(r.Form(i + 1))) return null;
        if (finished && i + 1 < limit && r.Is(i + 1, "that")) return null;
        return HasOwnContent(cue, i, limit, asks) ? null : Attribute(i, cue, subject, limit);
    }

    /// <summary>After an insertion behind the subject: "(45)", ", a nurse,", ", who saw it,".</summary>
    private int AfterInsertion(int i, int limit)
    {
        if (i < limit && r.Form(i) is "(")
        {
            while (i < limit && r.Form(i) is not ")") i++;
            i++;
        }

        if (i >= limit || !(r.IsComma(i) || r.Is(i, "who"))) return i;
        var comma = i + 1;
        while (comma < Math.Min(limit, i + MaxSubject) && !r.IsComma(comma)) comma++;
        if (comma < limit && r.IsComma(comma)) return comma + 1;
        return r.IsComma(i) ? NounPhrases.FullEnd(r, i + 1, limit) : i;
    }

    /// <summary>The cue has content of its own, so the quotation before it is somebody else’s or ends a sentence: <c>"No." She said that …</c></summary>
    private bool HasOwnContent(CueEntry? cue, int verb, int limit, bool asks)
    {
        if (cue is null || verb + 1 >= limit) return false;
        var clause = ComplementReader.Read(r, cue, verb + 1, limit);
        if (asks && clause.Kind is ComplementKind.That or ComplementKind.Bare or ComplementKind.Wh or ComplementKind.Quote or ComplementKind.To) return !(clause.Kind == ComplementKind.Wh && r.Is(clause.First, "when"));
        return !cue.Has(CueFrames.Addr) && clause.Kind is ComplementKind.Bare or ComplementKind.That && clause.First <= verb + 2;
    }

    /// <summary>
    /// After a comma or a question only an attribution can follow, so the first cue verb that ends a clause is taken even where its tag or the
    /// phrase before it is odd: <c>"…," warm-and-fuzzy Lund said</c>, <c>"…," the e-mail read</c>.
    /// </summary>
    private Attribution? Loose(int token, int limit, bool afterComma)
    {
        if (r.Tag(token).IsFinite() || r.Tag(token) is PennTag.Vbg or PennTag.Vbn) return null;
        var firstComma = -1;
        for (var i = token + 1; i < Math.Min(limit, token + MaxSubject); i++)
        {
            if (r.InQuote(i) || r.Form(i) is ";" or ":") return null;
            if (r.IsComma(i))
            {
                if (firstComma < 0) firstComma = i;
                continue;
            }

            if (r.Cue(i).Verb is { } cue && cue.Has(CueFrames.Quote) && cue.Force == CueForce.Say && EndsClause(i, limit, afterComma) && (firstComma < 0 || r.IsComma(i - 1)))
            {
                var end = firstComma < 0 ? i : firstComma;
                while (end > token + 1 && (r.Tag(end - 1).IsAdverb() || r.Token(end - 1).Upos == Upos.Aux)) end--;
                return HasOwnContent(cue, i, limit, !afterComma) ? null : Attribute(i, cue, new TokenRange(token, end), limit);
            }

            if (r.Tag(i).IsFinite() && firstComma < 0) return null;
        }

        return null;
    }

    /// <summary>A verb by its tag, or by what follows: the end, a preposition, an adverb or a time.</summary>
    private bool EndsClause(int i, int limit, bool afterComma)
    {
        if (r.Tag(i).IsVerb()) return r.Tag(i) != PennTag.Vbg;
        if (!afterComma || i + 1 >= limit) return i + 1 >= limit;
        return r.IsPunct(i + 1) || r.Tag(i) != PennTag.Nns && r.Tag(i + 1) == PennTag.In || TimeWords.Contains(r.Form(i + 1));
    }

    private Attribution Attribute(int verb, CueEntry? cue, TokenRange subject, int limit)
    {
        var hearer = cue is not null && cue.Has(CueFrames.Addr) && NounPhrases.BaseEnd(r, verb + 1, limit) is var h && h > verb + 1 ? new TokenRange(verb + 1, h) : (TokenRange?)null;
        return new Attribution(verb, cue, subject, hearer, AttributionEnd(verb + 1, limit));
    }

    /// <summary>The end of the sentence, unless a quotation comes before it: then what stands between counts.</summary>
    private int AttributionEnd(int i, int limit)
    {
        for (var j = i; j < limit; j++)
        {
            if (r.InQuote(j) || j > i + MaxLead) return i;
        }

        return limit;
    }
}
