using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>An entity as it is asked for: by its id or by any of its names.</summary>
internal sealed class EntityFilter(string asked)
{
    private readonly string? formInId = NameForms.InId(asked);
    private readonly string form = NameForms.Asked(asked);

    /// <summary>Where its rows may be: under the name, which an id may hold, or else under the id.</summary>
    public IReadOnlyList<string> Prefixes =>
    [
        IndexKey.Prefix(IndexKey.EntityName, formInId ?? form),
        IndexKey.Prefix(IndexKey.EntityId, asked),
    ];

    /// <summary>Whether a claim of the row can be about it.</summary>
    public bool MayBeIn(StoredRow row) => row.MayBeAbout(asked) || (formInId is null && row.MayBeAbout(form));

    public bool Matches(IndexedEntity entity) => entity.Id == asked || (formInId is null && entity.Forms.Contains(form));

    /// <summary>Whether an entity in one of the rows above is meant: under a name there may also be others than the one of the id.</summary>
    public bool MatchesRow(string id) => formInId is null || id == asked;
}
