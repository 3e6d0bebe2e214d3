using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>Applies the rules to one article: quotations that a cue follows, then every cue in text order, then quotations that go on.</summary>
internal static class RuleBook
{
    /// <summary>The first rule that fits a cue makes its claim.</summary>
    private static readonly IClaimRule[] Rules =
    [
        new AccordingRule(),
        new HearsayRule(),
        new NounCueRule(),
        new QuestionRule(),
        new PassiveReportRule(),
        new InfinitiveRule(),
        new ClauseRule(),
        new AboutRule(),
        new ObjectFrameRule(),
        new ObjectRule(),
        new ParentheticalRule(),
    ];

    private const int FragmentWords = 5;

    public static List<ClaimDraft> Apply(ArticleReading r)
    {
        var drafts = new List<ClaimDraft>();
        var used = new HashSet<int>();
        var quotes = new QuoteRules(r);
        quotes.AttributeFollowing(drafts, used);
        var hits = new List<CueHit>();
        foreach (var sentence in r.Text.Sentences)
        {
            hits.Clear();
            CueFinder.Find(r, sentence, hits);
            foreach (var hit in hits)
            {
                if (used.Contains(hit.Head) || InsideSpeech(r, hit.Head)) continue;
                var context = new RuleContext(r, hit);
                if (quotes.Introduced(context) is { } introduced)
                {
                    drafts.Add(introduced);
                    continue;
                }

                foreach (var rule in Rules)
                {
                    if (rule.Apply(context) is not { } draft) continue;
                    drafts.Add(draft);
                    break;
                }
            }
        }

        quotes.Continue(drafts);
        return DraftFilter.Keep(drafts);
    }

    private static bool InsideSpeech(ArticleReading r, int token)
    {
        var q = r.QuoteAt(token);
        return q >= 0 && r.TokenAtOrAfter(r.Quotes[q].End) - r.TokenAtOrAfter(r.Quotes[q].Start) > FragmentWords - 2;
    }
}
