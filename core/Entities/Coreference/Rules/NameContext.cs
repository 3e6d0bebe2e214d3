using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>What name rules may ask for beyond the mention and the entity.</summary>
internal sealed class NameContext(EntityText text)
{
    private const int MostForms = 32;
    private static readonly List<NameMention> None = [];

    public EntityText Text => text;

    public EntityLexicon Lexicon => text.Lexicon;

    /// <summary>The names by which a cluster is known so far, each form once; of very many forms the first.</summary>
    public static List<NameMention> NamesOf(Cluster cluster) => cluster.Names ?? None;

    public static void Add(Cluster cluster, NameMention mention)
    {
        var list = cluster.Names ??= new List<NameMention>(1);
        if (list.Count >= MostForms) return;
        foreach (var name in list)
        {
            if (name.Surface == mention.Surface) return;
        }

        list.Add(mention);
    }
}
