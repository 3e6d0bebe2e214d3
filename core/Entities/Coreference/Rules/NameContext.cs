using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>What name rules may ask for beyond the mention and the entity.</summary>
internal sealed class NameContext(EntityText text)
{
    private const int MostForms = 32;
    private readonly Dictionary<Cluster, List<NameMention>> names = [];

    public EntityText Text => text;

    public EntityLexicon Lexicon => text.Lexicon;

    /// <summary>The names by which a cluster is known so far, each form once; of very many forms the first.</summary>
    public IReadOnlyList<NameMention> NamesOf(Cluster cluster) => names.TryGetValue(cluster, out var list) ? list : [];

    public void Add(Cluster cluster, NameMention mention)
    {
        if (!names.TryGetValue(cluster, out var list)) names.Add(cluster, list = []);
        if (list.Count < MostForms && !list.Exists(m => m.Surface == mention.Surface)) list.Add(mention);
    }
}
