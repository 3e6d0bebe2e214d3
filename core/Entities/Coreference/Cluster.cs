using NewsIngest.Entities.Lexicon;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Coreference;

/// <summary>One entity while it grows: the mentions that were found to be the same, and what is known of it. <see cref="EntityText.NewCluster"/> makes it.</summary>
internal sealed class Cluster
{
    /// <summary>Where the second run of mentions starts: that of short names, which are linked after all full ones.</summary>
    private int runStart;

    /// <summary>Fullest name so far, without honorific.</summary>
    public string Name { get; set; } = "";

    public EntityType Type { get; private set; }

    public Gender Gender { get; set; }

    /// <summary>Canonical name by the lexicon or the user's gazetteer; it wins over <see cref="Name"/>.</summary>
    public string? KnownName { get; set; }

    /// <summary>What the id is made of when it is not the name: one body under several descriptions.</summary>
    public string? KeyName { get; set; }

    /// <summary>The canonical name that it was last noted by as a place; null when it is none.</summary>
    public string? PlaceName { get; set; }

    /// <summary>External ids, from a user's gazetteer.</summary>
    public IReadOnlyList<string> SameAs { get; set; } = [];

    /// <summary>Names beyond those of the text, from a user's gazetteer.</summary>
    public IReadOnlyList<string> KnownAliases { get; set; } = [];

    /// <summary>Several people or things: "officials", "the sisters".</summary>
    public bool IsPlural { get; set; }

    /// <summary>Known by a description only, so that the same words mean another one in the next article.</summary>
    public bool IsLocal { get; set; }

    /// <summary>The names it is known by so far, each form once; none for what is only described.</summary>
    public List<NameMention> Names { get; } = [];

    /// <summary>The entity's id, once it is given.</summary>
    public string? Id { get; set; }

    /// <summary>Number of the question for the entities of a passage that this one was last an answer to.</summary>
    public int LastAsked { get; set; }

    /// <summary>Number of the question to the discourse that this one was last considered for.</summary>
    public int LastTested { get; set; }

    public List<MentionDraft> Mentions { get; } = [];

    public List<Role> Roles { get; } = [];

    /// <summary>What of the roles later mentions are compared with: each title with what it is of once, the first of very many.</summary>
    public List<Office> Offices { get; } = [];

    public string CanonicalName => KnownName ?? Name;

    /// <summary>Begins anew as another entity.</summary>
    public Cluster Become(string name, EntityType type)
    {
        (Name, Type, Gender) = (name, type, Gender.Unknown);
        (KnownName, KeyName, PlaceName, Id) = (null, null, null, null);
        (SameAs, KnownAliases) = ([], []);
        (IsPlural, IsLocal) = (false, false);
        (LastAsked, LastTested, runStart) = (0, 0, 0);
        Names.Clear();
        Mentions.Clear();
        Roles.Clear();
        Offices.Clear();
        return this;
    }

    public void Add(MentionDraft mention)
    {
        mention.Cluster = this;
        if (runStart == 0 && Mentions.Count > 0 && Mentions[^1].First > mention.First) runStart = Mentions.Count;
        Mentions.Add(mention);
    }

    public void Add(Role role)
    {
        const int mostOffices = 24;
        Roles.Add(role);
        var office = new Office(role.Title, role.Of);
        if (Offices.Count < mostOffices && !Offices.Contains(office)) Offices.Add(office);
    }

    /// <summary>How far the nearest mention is from a token; any earlier mention is nearer than any later one.</summary>
    public int DistanceTo(int token)
    {
        const int later = 1 << 28;
        // Mentions come in two runs, each in text order: look at the ends of both around the token.
        var best = int.MaxValue;
        best = Math.Min(best, Around(0, runStart));
        return Math.Min(best, Around(runStart, Mentions.Count));

        int Around(int from, int to)
        {
            var after = Ordered.FirstNotBefore(from, to, (Mentions, token), static (i, of) => of.Mentions[i].First <= of.token);
            return after > from ? token - Mentions[after - 1].First : after < to ? later + Mentions[after].First - token : int.MaxValue;
        }
    }
}
