namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>The same words but for case, diacritics, hyphens and stops.</summary>
internal sealed class SameNameRule() : NameRule("same-name")
{
    public override bool Links(NameMention mention, Cluster cluster, NameContext context)
    {
        var isShort = mention.Type == EntityType.Person && !mention.Form.Person.IsFull;
        var same = false;
        foreach (var name in cluster.Names)
        {
            // A lone surname goes to the last bearer named, not to the one who was called so first.
            if (isShort && name.Form.Person.IsFull) return false;
            same |= name.Form.Folded == mention.Form.Folded;
        }

        return same;
    }
}

/// <summary>Two names that the lexicon gives for one country or body ("U.S.", "America").</summary>
internal sealed class KnownAliasRule() : NameRule("known-alias")
{
    public override bool Links(NameMention mention, Cluster cluster, NameContext context)
    {
        if (mention.Form.Known is not { } known) return false;
        foreach (var name in cluster.Names)
        {
            if (name.Form.Known == known) return true;
        }

        return false;
    }
}
