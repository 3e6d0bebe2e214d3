namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>One way in which a name can refer to an entity that already has another mention. Its id is stored with each link it makes.</summary>
internal abstract class NameRule(string id, EntityType? type = null)
{
    public string Id => id;

    /// <summary>The only type it is for; null for all.</summary>
    public EntityType? Type => type;

    public abstract bool Links(NameMention mention, Cluster cluster, NameContext context);
}
