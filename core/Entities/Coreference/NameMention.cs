using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>A name in the text on its way into a cluster.</summary>
internal sealed class NameMention
{
    private readonly PersonName person = new();
    private bool isPersonRead;
    private string? folded;

    public NameSpan Span { get; private set; }

    public EntityType Type { get; private set; }

    public string Surface { get; private set; } = "";

    /// <summary>What names are compared by: folded, an organisation's in one spelling ("Defence" for "Defense").</summary>
    public string Folded => folded ??= Type == EntityType.Organization ? EntityLexicon.Default.StateBodies.Folded(Surface) : Fold.Text(Surface);

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
        (folded, isPersonRead) = (null, false);
        return this;
    }
}
