using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>A name in the text on its way into a cluster.</summary>
internal sealed class NameMention(NameSpan span, EntityType type, string surface, Gender gender, bool hasHonorific, MentionDraft draft)
{
    private PersonName? person;

    public NameSpan Span => span;

    public EntityType Type => type;

    public string Surface => surface;

    /// <summary>What names are compared by: folded, an organisation's in one spelling ("Defence" for "Defense").</summary>
    public string Folded { get; } = type == EntityType.Organization ? EntityLexicon.Default.StateBodies.Folded(surface) : Fold.Text(surface);

    /// <summary>From the honorific before it, else from the given name.</summary>
    public Gender Gender => gender;

    public bool HasHonorific => hasHonorific;

    public MentionDraft Draft => draft;

    public PersonName Person => person ??= new PersonName(surface);
}
