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
    private const int MaxLastWords = 40;
    private const int MaxLead = 100;

    private readonly FollowingAttribution following = new(r);
    private readonly QuoteIntroduction introduction = new(r);
    private readonly ClaimDraft?[] owner = r.Text.Work.Rent<ClaimDraft?>(r.Quotes.Count);

    /// <summary>Whether the quotation that opens at a token is speech of its own, not a few words inside the reporter's sentence.</summary>
    public static bool StandsAlone(ArticleReading r, int token)
    {
        var quote = r.Quotes[r.QuoteAt(token)];
        var next = r.TokenAtOrAfter(quote.End);
        if (next >= r.TokenCount || r.SentenceAt(next).Block != quote.Block) return true;
        if (r.SentenceIndex(next) != r.SentenceIndex(Math.Max(token, next - 1))) return true;
        return r.IsPunct(next) || QuoteShape.EndsSentence(r, quote) || r.Tag(next) == PennTag.Cc;
    }

    /// <summary>Quotations that a cue follows: <c>"…," said X</c>. Runs before all other rules and returns the cue tokens it used.</summary>
    public void AttributeFollowing(List<ClaimDraft> drafts, HashSet<int> used)
    {
        for (var q = 0; q < r.Quotes.Count; q++)
        {
            if (owner[q] is not null || following.Find(q) is not { } found) continue;
            if (!used.Add(found.Verb)) continue;
            var draft = Quoted(After, q, found.Verb, found.Cue, found.Speaker, ClauseWith(q));
            draft.Addressee = found.Addressee;
            drafts.Add(draft);
            Extend(q, draft, found.End);
        }
    }

    /// <summary>A cue that introduces a quotation: <c>X said: "…"</c>.</summary>
    public ClaimDraft? Introduced(RuleContext c)
    {
        var token = QuoteAfterCue(c);
        if (token < 0) return null;
        var q = r.QuoteAt(token);
        if (owner[q] is not null || !c.Cue.Has(CueFrames.Quote | CueFrames.That | CueFrames.Bare)) return null;
        if (token == c.Complement.First && (!StandsAlone(r, token) || IsObjectInMarks(c, r.Quotes[q]))) return null;
        var speaker = c.Hit.Group.Passive ? Agents.Of(c) : c.Subject ?? (c.Hit.Group.Gerund(r) ? null : SubjectFinder.FindInverted(r, c.Hit.Head));
        if (c.Draft(Before, speaker, LeadOf(c, speaker, q), r.Quotes[q].Span) is not { } draft) return null;
        draft.LastBlock = r.Quotes[q].Block;
        owner[q] = draft;
        Extend(q, draft, r.TokenAtOrAfter(r.Quotes[q].End));
        return draft;
    }

    /// <summary>"could begin “tomorrow”", "ended “in tears”": a few words in marks after a verb that reports only whole quotations.</summary>
    private bool IsObjectInMarks(RuleContext c, Quotation quote) =>
        (c.Cue.Frames == CueFrames.Quote || c.Cue.Has(CueFrames.ObjPred)) && c.Complement.First == c.Hit.End && !QuoteShape.OpensSentence(r, quote) && !QuoteShape.IsShortExclamation(r, quote);

    /// <summary>The beginning of the clause that the quotation ends: <c>While the roof leaks, she said, "the walls are dry"</c>.</summary>
    private TextSpan? LeadOf(RuleContext c, TokenRange? speaker, int q)
    {
        var first = r.SentenceAt(c.Hit.Head).FirstToken;
        if (speaker is not { } named || named.First - 1 <= first || !r.IsComma(named.First - 1) || QuoteShape.OpensSentence(r, r.Quotes[q]) || !r.IsComma(c.Complement.First - 1)) return null;
        if (named.First - first > MaxLead || r.InQuote(first) || Reports(first, named.First - 1)) return null;
        var opening = r.TokenAtOrAfter(r.Quotes[q].Start) + 1;
        if (opening < r.TokenCount && !r.Tag(opening).IsFinite() && IsOccasion(first)) return null;
        return r.ContentSpan(first, named.First - 1);
    }

    /// <summary>Whether another report stands in [first, end), and not in a clause like "when the mayor said so": the words before it are the reporter's.</summary>
    private bool Reports(int first, int end)
    {
        while (first < end && (r.Tag(first).IsAdverb() || r.Tag(first) == PennTag.Cc)) first++;
        if (r.Token(first).Upos == Upos.Sconj || r.Tag(first) == PennTag.Wrb) return false;
        for (var i = first; i < end; i++)
        {
            if (!r.InQuote(i) && r.Tag(i).IsVerb() && r.Cue(i).Verb is { IsReport: true }) return true;
        }

        return false;
    }

    /// <summary>"In a statement", "Asked about it", "On Monday": when and where, not what.</summary>
    private bool IsOccasion(int first) =>
        r.Tag(first) is PennTag.Vbn or PennTag.Vbg || r.Tag(first) == PennTag.In && !(r.Is(first, "if") || r.Is(first, "while") || r.Is(first, "as") || r.Is(first, "whether") || r.Is(first, "because") || r.Is(first, "although"))
        || r.Is(first, "asked") || r.Is(first + 1, "asked");

    /// <summary>Quotations that no cue names: they go on with the claim before them when nothing but quotation stands between.</summary>
    public void Continue(List<ClaimDraft> drafts)
    {
        if (r.Quotes.Count == 0) return;
        foreach (var draft in drafts) Cover(draft);
        var speakers = SpeakersByEnd(drafts);
        ClaimDraft? last = null;
        var next = 0;
        for (var q = 0; q < r.Quotes.Count; q++)
        {
            var quote = r.Quotes[q];
            for (; next < speakers.Count && speakers[next].End <= quote.Start; next++)
            {
                if (last is null || speakers[next].End >= last.End) last = speakers[next];
            }

            if (owner[q] is not null || !QuoteShape.IsSentence(r, quote) || WorkTitles.Contain(r, quote)) continue;
            if (quote.Continues && q > 0 && owner[q - 1] is { } open)
            {
                Append(q, open);
            }
            else if (introduction.Find(quote) is { } found && !(found.RuleId == QuoteIntroduction.SentenceBefore && last is not null && SaidIn(last, quote)))
            {
                last = Introduce(q, found);
                drafts.Add(last);
            }
            else if (last is not null && last.End <= quote.Start && GoesOn(last, quote))
            {
                Append(q, last);
            }
            else if (last is not null && introduction.Unintroduced(quote) is { } alone)
            {
                last = Introduce(q, alone with { Speaker = alone.Speaker ?? last.Speaker });
                drafts.Add(last);
            }
        }
    }

    /// <summary>The claims of known speakers in the order in which they end, of two that end together the one found first.</summary>
    private List<ClaimDraft> SpeakersByEnd(List<ClaimDraft> drafts)
    {
        var order = r.Text.Work.RentUncleared<long>(drafts.Count);
        var count = 0;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is { Cue.Force: CueForce.Say, Speaker: not null } draft) order[count++] = ((long)draft.End << 32) | (uint)i;
        }

        Array.Sort(order, 0, count);
        for (var i = 0; i < count; i++) r.Scratch.Speakers.Add(drafts[(int)(uint)order[i]]);
        return r.Scratch.Speakers;
    }

    /// <summary>Whether the sentence before the quotation holds content or cue of the claim.</summary>
    private bool SaidIn(ClaimDraft draft, Quotation quote)
    {
        var before = r.SentenceAt(Math.Max(0, r.TokenAtOrAfter(quote.Start) - 1));
        return draft.End > r.Token(before.FirstToken).Start || draft.CueToken >= before.FirstToken;
    }

    private ClaimDraft Introduce(int q, QuoteIntroduction.Introduction found) => Quoted(found.RuleId, q, found.Verb, found.Cue, found.Speaker, r.Quotes[q].Span);

    private ClaimDraft Quoted(string ruleId, int q, int verb, CueEntry? cue, TokenRange? speaker, TextSpan content)
    {
        var draft = r.NewDraft(ruleId);
        draft.Cue = cue;
        draft.CueSpan = verb < 0 ? null : new TextSpan(r.Token(verb).Start, r.Token(verb).End);
        draft.CueToken = verb;
        draft.Speaker = speaker;
        draft.Content.Add(content);
        draft.LastBlock = r.Quotes[q].Block;
        return owner[q] = draft;
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
        return r.TokenAtOrAfter(block.End) - r.TokenAtOrAfter(draft.End) < MaxLastWords;
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
                if (QuoteShape.IsSentence(r, r.Quotes[q])) return true;
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
            if (WorkTitles.Contain(r, r.Quotes[next]))
            {
                from = r.TokenAtOrAfter(r.Quotes[next].End);
                continue;
            }

            if (first > 0 && r.SentenceIndex(first) != r.SentenceIndex(first - 1) && !QuoteShape.IsSentence(r, r.Quotes[next])) return;
            from = r.TokenAtOrAfter(r.Quotes[next].End);
            if (following.Introduces(next) && following.Find(next) is { } other && other.Verb != draft.CueToken && (QuoteShape.EndsSentence(r, r.Quotes[next - 1]) || r.SentenceIndex(first) != r.SentenceIndex(draft.CueToken))) return;
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
        if (sentence >= first || QuoteShape.IsSentence(r, quote) && QuoteShape.EndsSentence(r, quote) && first - sentence < 2) return quote.Span;
        sentence = Math.Max(sentence, first - MaxLead);
        for (var i = first - 1; i >= sentence; i--)
        {
            if (r.InQuote(i) && owner[r.QuoteAt(i)] is not null) return quote.Span;
        }

        if (r.IsPunct(first - 1) && !r.IsComma(first - 1) && !r.IsDash(first - 1)) return quote.Span;
        return r.ContentSpan(sentence, first) is { } lead ? new TextSpan(lead.Start, quote.End) : quote.Span;
    }

    private int QuoteAfterCue(RuleContext c)
    {
        if (c.Complement.Kind == ComplementKind.Quote) return c.Complement.First;
        if (c.Complement.Kind == ComplementKind.That && ComplementReader.OpensSpeech(r, c.Complement.First) && StandsAlone(r, c.Complement.First) && !GoesOnAfter(c)) return c.Complement.First;
        var last = c.Limit - 1;
        if (r.Form(last) is not ":" || last + 1 >= r.TokenCount || !ComplementReader.OpensSpeech(r, last + 1)) return -1;
        for (var i = c.Hit.End; i < last; i++)
        {
            if (r.Tag(i).IsFinite()) return -1;
        }

        return last + 1;
    }

    /// <summary>"that “we tell the truth” and that …": the clause does not end with the quotation.</summary>
    private bool GoesOnAfter(RuleContext c)
    {
        var next = r.TokenAtOrAfter(r.Quotes[r.QuoteAt(c.Complement.First)].End);
        return next + 1 < c.Limit && r.Tag(next) == PennTag.Cc && (r.InQuote(next + 1) || r.Is(next + 1, "that"));
    }
}
