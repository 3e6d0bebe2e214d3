using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"Asked about the report, …", "Lund, pressed on whether it was true, …": says what was asked, not who asked it, so that nothing in it is a claim.</summary>
internal sealed class AskedRule : IClaimRule
{
    private const int MaxReach = 60;

    public string Id => "asked";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        if (!IsAsked(r, c.Hit)) return null;
        var comma = c.Hit.End;
        while (comma < Math.Min(c.Limit, c.Hit.End + MaxReach) && (!r.IsComma(comma) || r.InQuote(comma))) comma++;
        if (comma >= c.Limit || r.ContentSpan(c.Hit.End, comma) is not { } asked) return null;
        var draft = r.NewDraft(Id);
        draft.Content.Add(asked);
        (draft.CueToken, draft.Unspoken, draft.LastBlock) = (c.Hit.Head, true, r.SentenceAt(c.Hit.Head).Block);
        return draft;
    }

    private static bool IsAsked(ArticleReading r, CueHit hit)
    {
        if (hit.Entry.Modality != Modality.Question || r.Tag(hit.Head) is not (PennTag.Vbn or PennTag.Vbd) || hit.Group.First != hit.Head) return false;
        var before = hit.Head - 1;
        var floor = r.SentenceAt(hit.Head).FirstToken;
        while (before >= floor && (r.Tag(before).IsAdverb() || r.Is(before, "when") || r.Is(before, "if"))) before--;
        return before < floor || r.IsComma(before) && (r.Tag(hit.Head) == PennTag.Vbn || IsInsertion(r, hit));
    }

    /// <summary>"Lund's lawyer, asked whether it was true, replied": a verb follows the comma that ends it.</summary>
    private static bool IsInsertion(ArticleReading r, CueHit hit)
    {
        var limit = Math.Min(r.SentenceAt(hit.Head).EndToken, hit.End + MaxReach);
        for (var i = hit.End; i + 1 < limit; i++)
        {
            if (r.IsComma(i) && !r.InQuote(i)) return r.Tag(i + 1).IsFinite() || r.Tag(i + 1) == PennTag.Vbn;
        }

        return false;
    }
}
