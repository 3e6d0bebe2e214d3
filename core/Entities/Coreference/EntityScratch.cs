using NewsIngest.Language;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Coreference;

/// <summary>The memory in which entities are found: what one text leaves serves the next.</summary>
internal sealed class EntityScratch
{
    /// <summary>In tokens. What a longer text needs is kept for the next one only until the garbage collector wants it.</summary>
    private const int LongestKept = 1 << 15;

    private static readonly ScratchPools<EntityScratch> Pools = new(() => new EntityScratch(), LongestKept);

    public Recycler<MentionDraft> Mentions { get; } = new();

    public Recycler<Cluster> Clusters { get; } = new();

    public Recycler<NameMention> NameMentions { get; } = new();

    /// <summary>The names of the text, one for each <see cref="EntityText.Names"/>.</summary>
    public List<NameMention> Names { get; } = [];

    /// <summary>The entities that are worth a place among those of the text.</summary>
    public List<Cluster> Found { get; } = [];

    public List<Cluster> Described { get; } = [];

    /// <summary>Mentions in the order in which they are read, for what refers back to them.</summary>
    public List<MentionDraft> Read { get; } = [];

    /// <summary>All mentions, in text order.</summary>
    public List<MentionDraft> InOrder { get; } = [];

    /// <summary>Mentions that speakers added, by the head of their phrase.</summary>
    public Dictionary<int, MentionDraft> Added { get; } = [];

    public Dictionary<string, Cluster> Unnamed { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Cluster> ByPlace { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> UsedIds { get; } = new(StringComparer.Ordinal);

    public List<string> Strings { get; } = [];

    /// <summary>Empty, for one analysis.</summary>
    public static EntityScratch Borrow(AnnotatedText text)
    {
        var scratch = text.Work.Borrow(Pools.For(text.Tokens.Length));
        scratch.Reset();
        return scratch;
    }

    private void Reset()
    {
        Mentions.Reset();
        Clusters.Reset();
        NameMentions.Reset();
        Names.Clear();
        Found.Clear();
        Described.Clear();
        Read.Clear();
        InOrder.Clear();
        Added.Clear();
        Unnamed.Clear();
        ByPlace.Clear();
        UsedIds.Clear();
    }
}
