using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>A name in the text on its way into a cluster.</summary>
internal sealed class NameMention
{
    private readonly PersonName person = new();
    private bool isPersonRead;
    private bool isKnownRead;
    private string? known;
    private string? core;
    private string? folded;

    public NameSpan Span { get; private set; }

    public EntityType Type { get; private set; }

    public string Surface { get; private set; } = "";

    /// <summary>What names are compared by: folded, an organisation's in one spelling ("Defence" for "Defense").</summary>
    public string Folded => folded ??= Type == EntityType.Organization ? EntityLexicon.Default.StateBodies.Folded(Surface) : Fold.Text(Surface);

    /// <summary>The name under which the lexicon has the country or body; null when it has none.</summary>
    public string? Known
    {
        get
        {
            if (isKnownRead) return known;
            isKnownRead = true;
            return known = Type switch
            {
                EntityType.Place => EntityLexicon.Default.Country(Surface),
                EntityType.Organization => EntityLexicon.Default.Organization(Surface),
                _ => null,
            };
        }
    }

    /// <summary>Folded and without legal form: "Acme" of "Acme Inc".</summary>
    public string Core => core ??= Fold.Text(WithoutLegalForm(Surface));

    /// <summary>From the honorific before it, else from the given name.</summary>
    public Gender Gender { get; private set; }

    public bool HasHonorific { get; private set; }

    public MentionDraft Draft { get; private set; } = new();

    /// <summary>The name taken apart as a person's.</summary>
    public PersonName Person
    {
        get
        {
            if (!isPersonRead) person.Read(Surface);
            isPersonRead = true;
            return person;
        }
    }

    /// <summary>Begins anew as another name.</summary>
    public NameMention Become(NameSpan span, EntityType type, string surface, Gender gender, bool hasHonorific, MentionDraft draft)
    {
        (Span, Type, Surface) = (span, type, surface);
        (Gender, HasHonorific, Draft) = (gender, hasHonorific, draft);
        (folded, core, isPersonRead, isKnownRead) = (null, null, false, false);
        return this;
    }

    private static ReadOnlySpan<char> WithoutLegalForm(ReadOnlySpan<char> name)
    {
        while (name.LastIndexOf(' ') is >= 0 and var blank && (EntityLexicon.Default.Words.Find(name[(blank + 1)..]) & WordClass.OrgSuffix) != 0) name = name[..blank];
        return name;
    }
}
