using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>A name in the text on its way into a cluster.</summary>
internal sealed class NameMention
{
    public NameSpan Span { get; private set; }

    public NameForm Form { get; private set; } = NameForm.None;

    public EntityType Type => Form.Type;

    public string Surface => Form.Surface;

    /// <summary>From the honorific before it, else from the given name.</summary>
    public Gender Gender { get; private set; }

    public bool HasHonorific { get; private set; }

    public MentionDraft Draft { get; private set; } = new();

    /// <summary>Begins anew as another name.</summary>
    public NameMention Become(NameSpan span, NameForm form, Gender gender, bool hasHonorific, MentionDraft draft)
    {
        (Span, Form) = (span, form);
        (Gender, HasHonorific, Draft) = (gender, hasHonorific, draft);
        return this;
    }
}
