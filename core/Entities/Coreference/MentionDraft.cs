namespace NewsIngest.Entities.Coreference;

/// <summary>A mention by its tokens, <see cref="End"/> exclusive, and the rule that linked it. <see cref="EntityText.NewMention"/> makes it.</summary>
internal sealed class MentionDraft
{
    public int First { get; private set; }

    public int End { get; private set; }

    public MentionKind Kind { get; private set; }

    public string RuleId { get; set; } = "";

    public Cluster? Cluster { get; set; }

    /// <summary>Whether it is the subject of its clause, as far as the words around it tell.</summary>
    public bool IsSubject { get; set; }

    /// <summary>First token of what a role is held in, when that stands after the role noun; else -1.</summary>
    public int Holder { get; private set; }

    /// <summary>Begins anew as another mention.</summary>
    public MentionDraft Become(int first, int end, MentionKind kind, string ruleId, int holder)
    {
        (First, End, Kind, RuleId, Holder) = (first, end, kind, ruleId, holder);
        (Cluster, IsSubject) = (null, false);
        return this;
    }
}
