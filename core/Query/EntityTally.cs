using System.Runtime.InteropServices;
using NewsIngest.Entities;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>Counts how often other entities come up.</summary>
internal sealed class EntityTally
{
    private readonly Dictionary<string, Seen> byId = new(StringComparer.Ordinal);

    /// <summary>Counts the entity at a position of an outline once more.</summary>
    public void Add(EntityOutline row, int position)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(byId.GetAlternateLookup<ReadOnlySpan<char>>(), row.Ids[position], out var isThere);
        if (!isThere) (seen.Name, seen.Type) = (row.Names[position].ToString(), (EntityType)row.Types[position]);
        seen.Count++;
    }

    /// <summary>Those that came up most often, called as they were when they came up first.</summary>
    public IEnumerable<(NamedEntity Entity, int Count)> Most(int max) => byId
        .OrderByDescending(pair => pair.Value.Count)
        .ThenBy(pair => pair.Value.Name, StringComparer.Ordinal)
        .Take(max)
        .Select(pair => (new NamedEntity(pair.Key, pair.Value.Name, pair.Value.Type), pair.Value.Count));

    private struct Seen
    {
        public string Name;
        public EntityType Type;
        public int Count;
    }
}
