using NewsIngest.Articles;
using NewsIngest.Claims.Quotes;
using NewsIngest.Claims.Rules;
using NewsIngest.Language;
using NewsIngest.Language.Model;

namespace NewsIngest.Claims.Reading;

/// <summary>The memory in which claims are found: what one text leaves serves the next.</summary>
internal sealed class ClaimScratch
{
    /// <summary>In tokens. What a longer text needs is kept for the next one only until the garbage collector wants it.</summary>
    private const int LongestKept = 1 << 15;

    private static readonly ScratchPools<ClaimScratch> Pools = new(() => new ClaimScratch(), LongestKept);

    public Recycler<ClaimDraft> Made { get; } = new();

    public List<ClaimDraft> Drafts { get; } = [];

    public List<ClaimDraft> Kept { get; } = [];

    /// <summary>Drafts by the end of their content.</summary>
    public List<ClaimDraft> Speakers { get; } = [];

    /// <summary>The content spans of all drafts.</summary>
    public List<(TextSpan Span, ClaimDraft Draft)> Spans { get; } = [];

    public List<Quotation> Quotes { get; } = [];

    /// <summary>The cues of one sentence.</summary>
    public List<CueHit> Hits { get; } = [];

    /// <summary>Tokens of the cues that are spoken for.</summary>
    public HashSet<int> UsedCues { get; } = [];

    /// <summary>Empty, for one analysis.</summary>
    public static ClaimScratch Borrow(AnnotatedText text)
    {
        var scratch = text.Work.Borrow(Pools.For(text.Tokens.Length));
        scratch.Reset();
        return scratch;
    }

    private void Reset()
    {
        Made.Reset();
        Drafts.Clear();
        Kept.Clear();
        Speakers.Clear();
        Spans.Clear();
        Quotes.Clear();
        UsedCues.Clear();
    }
}
