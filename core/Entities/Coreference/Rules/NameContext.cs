using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>What name rules may ask for beyond the mention and the entity.</summary>
internal sealed class NameContext(EntityText text)
{
    private const int MostForms = 32;
    private static readonly List<NameMention> None = [];
    private readonly Dictionary<Cluster, List<NameMention>> names = [];

    public EntityText Text => text;

    public EntityLexicon Lexicon => text.Lexicon;

    /// <summary>The names by which a cluster is known so far, each form once; of very many forms the first.</summary>
    public List<NameMention> NamesOf(Cluster cluster) => names.TryGetValue(cluster, out var list) ? list : None;

    public void Add(Cluster cluster, NameMention mention)
    {
        if (!names.TryGetValue(cluster, out var list)) names.Add(cluster, list = []);
        if (list.Count >= MostForms) return;
        foreach (var name in list)
        {
            if (name.Surface == mention.Surface) return;
        }

        list.Add(mention);
    }
}
