using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>What name rules may ask for beyond the mention and the entity.</summary>
internal sealed class NameContext(EntityText text)
{
    private const int MostForms = 32;

    public EntityText Text => text;

    public EntityLexicon Lexicon => text.Lexicon;

    /// <summary>A name by which the cluster is known, each form once; of very many forms the first.</summary>
    public static void Add(Cluster cluster, NameMention mention)
    {
        var list = cluster.Names;
        if (list.Count >= MostForms) return;
        foreach (var name in list)
        {
            if (name.Surface == mention.Surface) return;
        }

        list.Add(mention);
    }
}
