using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>Applies the rules to one article: quotations that a cue follows, then every cue in text order, then quotations that go on.</summary>
internal static class RuleBook
{
    // The first rule that fits a cue makes its claim.
    private static readonly IClaimRule[] OfVerbs =
    [
        new AskedRule(),
        new AsRule(),
        new RelativeRule(),
        new QuestionRule(),
        new PassiveReportRule(),
        new InfinitiveRule(),
        new InvertedRule(),
        new ClauseRule(),
        new AboutRule(),
        new ObjectFrameRule(),
        new PassiveObjectRule(),
        new ObjectRule(),
        new ParentheticalRule(),
    ];

    private static readonly IClaimRule[] OfNouns = [new NounCueRule()];
    private static readonly IClaimRule[] OfPrepositions = [new AccordingRule()];
    private static readonly IClaimRule[] OfAdverbs = [new HearsayRule()];

    private const int FragmentWords = 5;

    public static List<ClaimDraft> Apply(ArticleReading r)
    {
        var drafts = r.Scratch.Drafts;
        var used = r.Scratch.UsedCues;
        var quotes = new QuoteRules(r);
        quotes.AttributeFollowing(drafts, used);
        var hits = r.Scratch.Hits;
        var context = new RuleContext(r);
        foreach (var sentence in r.Text.Sentences)
        {
            hits.Clear();
            CueFinder.Find(r, sentence, hits);
            foreach (var hit in hits)
            {
                if (used.Contains(hit.Head) || InsideSpeech(r, hit.Head)) continue;
                context.At(hit);
                if (hit.IsVerbal && quotes.Introduced(context) is { } introduced)
                {
                    drafts.Add(introduced);
                    continue;
                }

                foreach (var rule in For(hit.Entry.Kind))
                {
                    if (rule.Apply(context) is not { } draft) continue;
                    if (draft.Speaker is not null && GoesOn(r, hit, drafts) is { } same && !context.IsInverted) draft.Speaker = same;
                    drafts.Add(draft);
                    break;
                }
            }
        }

        NamedLineRule.Apply(r, drafts);
        SignedQuoteRule.Apply(r, drafts);
        quotes.Continue(drafts);
        return DraftFilter.Keep(r, drafts);
    }

    private static IClaimRule[] For(CueKind kind) => kind switch
    {
        CueKind.Noun => OfNouns,
        CueKind.Prep => OfPrepositions,
        CueKind.Adverb => OfAdverbs,
        _ => OfVerbs,
    };

    /// <summary>The speaker of the claim that ends right before the cue: "said that …, adding that …", "said … and called for …".</summary>
    private static TokenRange? GoesOn(ArticleReading r, CueHit hit, List<ClaimDraft> drafts)
    {
        if (!hit.IsVerbal || drafts.Count == 0) return null;
        var i = hit.Group.First - 1;
        var floor = r.SentenceAt(hit.Head).FirstToken;
        while (i >= floor && (r.Tag(i).IsAdverb() || r.Tag(i) == Language.PennTag.Cc)) i--;
        if (i < floor || i == hit.Group.First - 1 && !r.IsComma(i)) return null;
        while (i >= floor && r.IsComma(i)) i--;
        var last = drafts[^1];
        if (i < floor || last.CueToken < floor || last.CueToken >= hit.Head || last.RuleId is not ("clause" or "parenthetical" or "infinitive" or "object" or "object-frame" or "question")) return null;
        var end = r.Token(i).End;
        if (last.RuleId == "parenthetical" && r.IsComma(hit.Group.First - 1) && (last.CueSpan?.End == end || last.Speaker is { } named && named.End == i + 1)) return last.Speaker;
        return last.End <= end && last.End >= r.Token(i).Start ? last.Speaker : null;
    }

    private static bool InsideSpeech(ArticleReading r, int token)
    {
        var q = r.QuoteAt(token);
        return q >= 0 && r.TokenAtOrAfter(r.Quotes[q].End) - r.TokenAtOrAfter(r.Quotes[q].Start) > FragmentWords - 2;
    }
}
