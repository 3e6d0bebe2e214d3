using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>An entity as it is asked for: by its id or by any of its names.</summary>
internal sealed class EntityFilter(string asked)
{
    public string Form { get; } = NameForms.Of(asked);

    /// <summary>Where its rows may be: under the name, or else under the id.</summary>
    public IReadOnlyList<string> Prefixes => [IndexKey.Prefix(IndexKey.EntityName, Form), IndexKey.Prefix(IndexKey.EntityId, asked)];

    public bool Matches(IndexedEntity entity) => entity.Id == asked || entity.Forms.Contains(Form);
}
