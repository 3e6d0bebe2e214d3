namespace NewsIngest.Entities.Lexicon;

/// <summary>The facts of the data files, loaded once on first use. Read-only, safe for concurrent use. Its tables are not frozen: that takes longer than it saves before the first article.</summary>
internal sealed class EntityLexicon
{
    private static readonly Lazy<EntityLexicon> Loaded = new(() => new EntityLexicon());

    private readonly Dictionary<string, string> canonicalPlaces;
    private readonly FoldedTable<string> demonyms;
    private readonly Dictionary<string, string> adjectives;
    private readonly FoldedTable<string> seats;
    private readonly Dictionary<string, string> canonicalOrganizations;
    private readonly FoldedTable<Honorific> honorifics;

    private EntityLexicon()
    {
        var builder = new LexiconBuilder();
        builder.Build();
        Words = builder.Words;
        canonicalPlaces = builder.Places;
        demonyms = builder.Demonyms;
        seats = builder.Seats;
        canonicalOrganizations = builder.Organizations;
        honorifics = builder.Honorifics;
        Nicknames = new Nicknames();
        GenericNouns = new GenericNouns();
        StateBodies = new StateBodies();
        adjectives = builder.Adjectives;
    }

    public static EntityLexicon Default => Loaded.Value;

    public WordClassTable Words { get; }

    public Nicknames Nicknames { get; }

    public GenericNouns GenericNouns { get; }

    public StateBodies StateBodies { get; }

    /// <summary>"Russian" → "Russia"; null when the word is no demonym of a place.</summary>
    public string? PlaceOfDemonym(ReadOnlySpan<char> form) => demonyms.Find(form);

    /// <summary>"Russia" → "Russian"; the country itself when it has no adjective.</summary>
    public string AdjectiveOf(string country) => adjectives.GetValueOrDefault(country) ?? country;

    /// <summary>"U.S." → "United States"; null when the data has no such country.</summary>
    public string? Country(string name) => Find(canonicalPlaces, name);

    /// <summary>"Kremlin" → "Russia": the country whose government the name can stand for.</summary>
    public string? CountryOfSeat(ReadOnlySpan<char> name) => seats.Find(name);

    /// <summary>"UN" → "United Nations"; null for names the data does not have, or has twice.</summary>
    public string? Organization(string name) => Find(canonicalOrganizations, name);

    public Honorific? HonorificOf(ReadOnlySpan<char> form) => honorifics.Find(form);

    /// <summary>m, f, or null from a given name.</summary>
    public Gender GenderOfGiven(ReadOnlySpan<char> form) => (Words.Find(form) & WordClass.Given) switch
    {
        WordClass.GivenMale => Gender.Male,
        WordClass.GivenFemale => Gender.Female,
        _ => Gender.Unknown,
    };

    /// <summary>As it is written, else, when it is too long to be taken for another word, in small letters ("NORWAY" in a headline).</summary>
    private static string? Find(Dictionary<string, string> table, string name)
    {
        const int longestAmbiguous = 3;
        return table.GetValueOrDefault(Key(name)) ?? (name.Length > longestAmbiguous ? table.GetValueOrDefault(Fold.Text(name)) : null);
    }

    /// <summary>Capitals only stay apart: "US" is a country, "us" is not.</summary>
    internal static string Key(string name)
    {
        var isAcronym = name.Length <= 6 && !HasSmall(name);
        return Fold.Text(isAcronym ? "^" : string.Empty, name);
    }

    private static bool HasSmall(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLower(c)) return true;
        }

        return false;
    }
}

/// <summary>A word before a name: gender when it tells, and the office it states, if any.</summary>
internal sealed record Honorific(Gender Gender, string? Office);
