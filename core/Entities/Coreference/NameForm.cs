using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference;

/// <summary>What a name is by itself, wherever it stands. Safe for concurrent use.</summary>
internal sealed class NameForm
{
    private const int PlaceCount = 1 << 13;

    /// <summary>In UTF-16 code units; longer names are seldom seen twice.</summary>
    private const int LongestKept = 48;

    /// <summary>Most names of the news come again, in the same text or the next: in each place the one met last.</summary>
    private static readonly NameForm?[] Places = new NameForm?[PlaceCount];

    private readonly ulong[] keys;
    private readonly ulong[] wanted;
    private PersonName? person;
    private string? core;
    private string? placeKey;

    private NameForm(string surface, EntityType type)
    {
        var lexicon = EntityLexicon.Default;
        (Surface, Type) = (surface, type);
        Folded = type == EntityType.Organization ? lexicon.StateBodies.Folded(surface) : Fold.Text(surface);
        Known = type switch
        {
            EntityType.Place => lexicon.Country(surface),
            EntityType.Organization => lexicon.Organization(surface),
            _ => null,
        };
        if (type == EntityType.Other) PlaceOfDemonym = lexicon.PlaceOfDemonym(surface);
        keys = NameKeys.OfCluster(this);
        wanted = type == EntityType.Person ? NameKeys.Wanted(this) : keys;
    }

    public string Surface { get; }

    public EntityType Type { get; }

    /// <summary>What names are compared by: folded, an organisation's in one spelling ("Defence" for "Defense").</summary>
    public string Folded { get; }

    /// <summary>The name under which the lexicon has the country or body; null when it has none.</summary>
    public string? Known { get; }

    /// <summary>"Russia" of "Russian", of names that are neither person, body nor place; null when it is no demonym.</summary>
    public string? PlaceOfDemonym { get; }

    /// <summary>The name taken apart as a person's.</summary>
    public PersonName Person => person ??= new PersonName(Surface);

    /// <summary>Folded and without legal form: "Acme" of "Acme Inc".</summary>
    public string Core => core ??= Fold.Text(WithoutLegalForm(Surface));

    /// <summary>By which a place is found: the folded name of the country that the name is another one of or the demonym of, else its own.</summary>
    public string PlaceKey => placeKey ??= (PlaceOfDemonym ?? Known) is { } place ? Fold.Text(place) : Folded;

    /// <summary>The first of <see cref="Keys"/> and of <see cref="WantedKeys"/>: that of <see cref="Folded"/>.</summary>
    public ulong FoldedKey => keys[0];

    /// <summary>By which a cluster with this name is found.</summary>
    public ReadOnlySpan<ulong> Keys => keys;

    /// <summary>By which the name looks for its cluster.</summary>
    public ReadOnlySpan<ulong> WantedKeys => wanted;

    public static NameForm None { get; } = Of(string.Empty, EntityType.Other);

    public static NameForm Of(ReadOnlySpan<char> surface, EntityType type)
    {
        if (surface.Length > LongestKept) return new NameForm(surface.ToString(), type);
        ref var place = ref Places[(string.GetHashCode(surface) ^ (int)type) & (PlaceCount - 1)];
        if (place is { } kept && kept.Type == type && surface.SequenceEqual(kept.Surface)) return kept;
        return place = new NameForm(surface.ToString(), type);
    }

    private static ReadOnlySpan<char> WithoutLegalForm(ReadOnlySpan<char> name)
    {
        while (name.LastIndexOf(' ') is >= 0 and var blank && (EntityLexicon.Default.Words.Find(name[(blank + 1)..]) & WordClass.OrgSuffix) != 0) name = name[..blank];
        return name;
    }
}
