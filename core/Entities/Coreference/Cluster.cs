using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>One entity while it grows: the mentions that were found to be the same, and what is known of it.</summary>
internal sealed class Cluster(string name, EntityType type)
{
    /// <summary>Fullest name so far, without honorific.</summary>
    public string Name { get; set; } = name;

    public EntityType Type { get; set; } = type;

    public Gender Gender { get; set; }

    /// <summary>Canonical name by the lexicon or the user's gazetteer; it wins over <see cref="Name"/>.</summary>
    public string? KnownName { get; set; }

    /// <summary>External ids, from a user's gazetteer.</summary>
    public IReadOnlyList<string> SameAs { get; set; } = [];

    /// <summary>Names beyond those of the text, from a user's gazetteer.</summary>
    public IReadOnlyList<string> KnownAliases { get; set; } = [];

    /// <summary>Several people or things: "officials", "the sisters".</summary>
    public bool IsPlural { get; set; }

    /// <summary>Known by a description only, so that the same words mean another one in the next article.</summary>
    public bool IsLocal { get; init; }

    public List<MentionDraft> Mentions { get; } = [];

    public List<Role> Roles { get; } = [];

    public string CanonicalName => KnownName ?? Name;

    public void Add(MentionDraft mention)
    {
        mention.Cluster = this;
        Mentions.Add(mention);
    }

    public bool HasTitle(string title) => Roles.Any(r => r.Title == title);
}
