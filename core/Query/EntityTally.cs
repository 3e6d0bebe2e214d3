using System.Runtime.InteropServices;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Counts how often other entities come up.</summary>
internal sealed class EntityTally
{
    private readonly Dictionary<string, (EntityOutline Row, int Position, int Count)> counts = new(StringComparer.Ordinal);

    /// <summary>Counts the entity at a position of an outline once more.</summary>
    public void Add(EntityOutline row, int position)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, row.Ids[position], out var isThere);
        if (!isThere) (count.Row, count.Position) = (row, position);
        count.Count++;
    }

    /// <summary>Those that came up most often, called as they were when they came up first.</summary>
    public IEnumerable<(NamedEntity Entity, int Count)> Most(int max) => counts.Values
        .Select(count => (Entity: count.Row.At(count.Position), count.Count))
        .OrderByDescending(pair => pair.Count)
        .ThenBy(pair => pair.Entity.Name, StringComparer.Ordinal)
        .Take(max);
}
