using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>
/// Attributes quotations: "…," said X; X said: "…"; "…," X said, "…"; a quotation in the next paragraph that goes on; one that stands alone and
/// continues the last speaker.
/// </summary>
internal sealed class QuoteRules(ArticleReading r)
{
    public const string After = "quote-then-cue";
    public const string Before = "cue-then-quote";
    private const int MaxSubject = 40;
    private const int MaxLead = 100;

    private readonly ClaimDraft?[] owner = new ClaimDraft?[r.Quotes.Count];

    /// <summary>Whether the quotation that opens at a token is speech of its own, not a few words inside the reporter's sentence.</summary>
    public static bool StandsAlone(ArticleReading r, int token)
    {
        var quote = r.Quotes[r.QuoteAt(token)];
        var next = r.TokenAtOrAfter(quote.End);
        if (next >= r.TokenCount || r.SentenceAt(next).Block != quote.Block) return true;
        if (r.SentenceIndex(next) != r.SentenceIndex(Math.Max(token, next - 1))) return true;
        return r.IsPunct(next) || EndsSentence(r, quote) || r.Tag(next) == PennTag.Cc;
    }

    /// <summary>Quotations that a cue follows: <c>"…," said X</c>. Runs before all other rules and returns the cue tokens it used.</summary>
    public void AttributeFollowing(List<ClaimDraft> drafts, HashSet<int> used)
    {
        for (var q = 0; q < r.Quotes.Count; q++)
        {
            if (owner[q] is not null || FindAttribution(r.TokenAtOrAfter(r.Quotes[q].End), q) is not { } found) continue;
            if (!used.Add(found.Verb)) continue;
            var draft = new ClaimDraft
            {
                RuleId = After,
                Cue = found.Cue,
                CueSpan = new TextSpan(r.Token(found.Verb).Start, r.Token(found.Verb).End),
                CueToken = found.Verb,
                Speaker = found.Speaker,
                Addressee = found.Addressee,
                Content = [ClauseWith(q)],
                LastBlock = r.Quotes[q].Block,
            };
            drafts.Add(draft);
            owner[q] = draft;
            Extend(q, draft, found.End);
        }
    }

    /// <summary>A cue that introduces a quotation: <c>X said: "…"</c>.</summary>
    public ClaimDraft? Introduced(RuleContext c)
    {
        var token = QuoteAfterCue(c);
        if (token < 0) return null;
        var q = r.QuoteAt(token);
        if (owner[q] is not null || !c.Cue.Has(CueFrames.Quote | CueFrames.That | CueFrames.Bare) || !c.Hit.IsVerbal) return null;
        if (token == c.Complement.First && !StandsAlone(r, token)) return null;
        var speaker = c.Hit.Group.Passive ? Agents.Of(c) : c.Subject ?? SubjectFinder.FindInverted(r, c.Hit.Head);
        if (c.Draft(Before, speaker, r.Quotes[q].Span) is not { } draft) return null;
        draft.LastBlock = r.Quotes[q].Block;
        owner[q] = draft;
        Extend(q, draft, r.TokenAtOrAfter(r.Quotes[q].End));
        return draft;
    }

    /// <summary>Quotations that no cue names: they go on with the claim before them when nothing but quotation stands between.</summary>
    public void Continue(List<ClaimDraft> drafts)
    {
        foreach (var draft in drafts) Cover(draft);
        var speakers = drafts.Where(d => d.Cue is { Force: CueForce.Say } && d.Speaker is not null).OrderBy(d => d.End).ToList();
        ClaimDraft? last = null;
        var next = 0;
        for (var q = 0; q < r.Quotes.Count; q++)
        {
            var quote = r.Quotes[q];
            for (; next < speakers.Count && speakers[next].End <= quote.Start; next++)
            {
                if (last is null || speakers[next].End >= last.End) last = speakers[next];
            }

            if (owner[q] is not null || !IsSentence(quote)) continue;
            if (quote.Continues && q > 0 && owner[q - 1] is { } open) Append(q, open);
            else if (last is not null && last.End <= quote.Start && GoesOn(last, quote)) Append(q, last);
        }
    }

    private void Cover(ClaimDraft draft)
    {
        foreach (var span in draft.Content)
        {
            for (var q = r.FirstQuoteEndingAfter(span.Start); q < r.Quotes.Count && r.Quotes[q].Start < span.End; q++) owner[q] ??= draft;
        }
    }

    /// <summary>Whether a free-standing quotation continues a claim: one of the same paragraph, or one that ends the paragraph before.</summary>
    private bool GoesOn(ClaimDraft last, Quotation quote)
    {
        if (!HoldsQuote(last)) return false;
        var block = r.Article.Blocks[quote.Block];
        return quote.Start == block.Start ? last.LastBlock == BodyBefore(quote.Block) && TextEndsAtQuote(last) : last.LastBlock == quote.Block;
    }

    private bool TextEndsAtQuote(ClaimDraft draft)
    {
        var block = r.Article.Blocks[draft.LastBlock];
        return r.TokenAtOrAfter(block.End) - r.TokenAtOrAfter(draft.End) < MaxSubject;
    }

    private int BodyBefore(int block)
    {
        for (var b = block - 1; b >= 0; b--)
        {
            if (r.Article.Blocks[b].Role == BlockRole.Body) return b;
        }

        return -1;
    }

    private bool HoldsQuote(ClaimDraft draft)
    {
        foreach (var span in draft.Content)
        {
            for (var q = r.FirstQuoteEndingAfter(span.Start); q < r.Quotes.Count && r.Quotes[q].Start < span.End; q++)
            {
                if (IsSentence(r.Quotes[q])) return true;
            }
        }

        return false;
    }

    private void Append(int q, ClaimDraft draft)
    {
        var span = r.Quotes[q].Span;
        if (span.Start < draft.End) return;
        draft.Content.Add(span);
        draft.LastBlock = r.Quotes[q].Block;
        owner[q] = draft;
    }

    /// <summary>Quotations after the attribution, up to the end of the paragraph, that no other cue claims.</summary>
    private void Extend(int q, ClaimDraft draft, int from)
    {
        for (var next = q + 1; next < r.Quotes.Count && r.Quotes[next].Block == r.Quotes[q].Block; next++)
        {
            var first = r.TokenAtOrAfter(r.Quotes[next].Start);
            if (!OnlyPunctuation(from, first) || owner[next] is not null) return;
            if (first > 0 && r.SentenceIndex(first) != r.SentenceIndex(first - 1) && !IsSentence(r.Quotes[next])) return;
            from = r.TokenAtOrAfter(r.Quotes[next].End);
            if (Introduces(next) && FindAttribution(from, next) is { } other && other.Verb != draft.CueToken && EndsSentence(r, r.Quotes[next - 1])) return;
            Append(next, draft);
        }
    }

    private bool OnlyPunctuation(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!r.IsPunct(i) && !(to - from < 8 && (r.Tag(i).IsAdverb() || TimeWords.Contains(r.Form(i)) || r.Tag(i) is PennTag.In))) return false;
        }

        return true;
    }

    /// <summary>The quotation with the words of its sentence before it: <c>He would be "glad to help", she said</c>.</summary>
    private TextSpan ClauseWith(int q)
    {
        var quote = r.Quotes[q];
        var first = r.TokenAtOrAfter(quote.Start);
        var sentence = r.SentenceAt(first).FirstToken;
        if (sentence >= first || IsSentence(quote) && EndsSentence(r, quote) && first - sentence < 2) return quote.Span;
        sentence = Math.Max(sentence, first - MaxLead);
        for (var i = first - 1; i >= sentence; i--)
        {
            if (r.InQuote(i) && owner[r.QuoteAt(i)] is not null) return quote.Span;
        }

        if (r.IsPunct(first - 1) && !r.IsComma(first - 1) && !r.IsDash(first - 1)) return quote.Span;
        return r.ContentSpan(sentence, first) is { } lead ? new TextSpan(lead.Start, quote.End) : quote.Span;
    }

    private bool IsSentence(Quotation quote)
    {
        var words = r.TokenAtOrAfter(quote.End) - r.TokenAtOrAfter(quote.Start);
        return words > 5 || words > 3 && EndsSentence(r, quote);
    }

    /// <summary>Whether the quotation may stand before its cue: it ends in a comma or a sentence mark, inside or right after the closing mark.</summary>
    private bool Introduces(int q)
    {
        var quote = r.Quotes[q];
        var text = r.Article.Text;
        var last = quote.End - 1;
        while (last > quote.Start && QuoteMarks.IsAny(text[last])) last--;
        if (text[last] is ',' or '?' or '!' or '-' or '—' or '–' or '.' or '…') return true;
        return quote.End < text.Length && text[quote.End] is ',' or '-' or '—';
    }

    private static bool EndsSentence(ArticleReading r, Quotation quote)
    {
        var text = r.Article.Text;
        var last = quote.End - 1;
        while (last > quote.Start && QuoteMarks.IsAny(text[last])) last--;
        return text[last] is '.' or '?' or '!' or '…';
    }

    private int QuoteAfterCue(RuleContext c)
    {
        if (c.Complement.Kind == ComplementKind.Quote) return c.Complement.First;
        if (c.Complement.Kind == ComplementKind.That && ComplementReader.OpensSpeech(r, c.Complement.First) && StandsAlone(r, c.Complement.First)) return c.Complement.First;
        var last = c.Limit - 1;
        if (r.Form(last) is not ":" || last + 1 >= r.TokenCount || !ComplementReader.OpensSpeech(r, last + 1)) return -1;
        for (var i = c.Hit.End; i < last; i++)
        {
            if (r.Tag(i).IsFinite()) return -1;
        }

        return last + 1;
    }

    private readonly record struct Attribution(int Verb, CueEntry? Cue, TokenRange Speaker, TokenRange? Addressee, int End);

    private Attribution? FindAttribution(int token, int q)
    {
        var quote = r.Quotes[q];
        if (token >= r.TokenCount || r.SentenceAt(token).Block != quote.Block) return null;
        while (token < r.TokenCount && (r.IsComma(token) || r.IsDash(token))) token++;
        if (token >= r.TokenCount || r.SentenceAt(token).Block != quote.Block || r.InQuote(token)) return null;
        var limit = r.SentenceAt(token).EndToken;
        var finished = EndsSentence(r, quote) && r.Article.Text[r.Token(token).Start] is var ch && char.IsUpper(ch);
        if (Inverted(token, limit) is { } inverted) return inverted;
        return Introduces(q) ? Straight(token, limit, finished) : null;
    }

    private Attribution? Inverted(int token, int limit)
    {
        var verb = token;
        while (verb < limit && r.Tag(verb).IsAdverb()) verb++;
        if (verb >= limit || !(r.Tag(verb) is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Vbn)) return null;
        if (r.Lexicon.Verb(r.Form(verb)) is not { } cue || !cue.Has(CueFrames.Quote)) return null;
        return SubjectFinder.FindInverted(r, verb) is { } subject ? new Attribution(verb, cue, subject, null, AttributionEnd(subject.End, limit)) : null;
    }

    private Attribution? Straight(int token, int limit, bool finished)
    {
        var end = NounPhrases.FullEnd(r, token, limit);
        if (end == token) return null;
        var subject = new TokenRange(token, end);
        var i = end;
        if (i < limit && r.Form(i) is "(")
        {
            while (i < limit && r.Form(i) is not ")") i++;
            i++;
        }

        if (i < limit && (r.IsComma(i) || r.Is(i, "who")))
        {
            var comma = i + 1;
            while (comma < Math.Min(limit, i + MaxSubject) && !r.IsComma(comma)) comma++;
            if (comma < limit && r.IsComma(comma)) i = comma + 1;
            else if (r.IsComma(i)) i = NounPhrases.FullEnd(r, i + 1, limit);
        }

        while (i < limit && (r.Tag(i).IsAdverb() || r.Token(i).Upos == Upos.Aux || r.Is(i, "later") || r.Is(i, "also"))) i++;
        if (i >= limit || !r.Tag(i).IsVerb()) return null;
        var cue = r.Lexicon.Verb(r.Form(i));
        if (cue is null || !cue.Has(CueFrames.Quote))
        {
            if (finished || r.Tag(i) != PennTag.Vbd || i + 1 < limit && !r.IsPunct(i + 1) && r.Tag(i + 1) is not PennTag.In) return null;
        }

        if (finished && i + 1 < limit && !r.IsPunct(i + 1) && r.Tag(i + 1) != PennTag.In && !TimeWords.Contains(r.Form(i + 1))) return null;
        if (finished && i + 1 < limit && r.Is(i + 1, "that")) return null;

        if (cue is not null && !cue.Has(CueFrames.Addr) && ComplementReader.Read(r, cue, i + 1, limit) is { Kind: ComplementKind.Bare or ComplementKind.That } clause && clause.First <= i + 2) return null;
        var hearer = cue is not null && cue.Has(CueFrames.Addr) && NounPhrases.BaseEnd(r, i + 1, limit) is var h && h > i + 1 ? new TokenRange(i + 1, h) : (TokenRange?)null;
        return new Attribution(i, cue, subject, hearer, AttributionEnd(i + 1, limit));
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
