namespace NewsIngest.Entities.Coreference;

/// <summary>A mention by its tokens, <paramref name="end"/> exclusive, and the rule that linked it.</summary>
internal sealed class MentionDraft(int first, int end, MentionKind kind, string ruleId)
{
    public int First => first;

    public int End => end;

    public MentionKind Kind => kind;

    public string RuleId { get; set; } = ruleId;

    public Cluster? Cluster { get; set; }

    /// <summary>Whether it is the subject of its clause, as far as the words around it tell.</summary>
    public bool IsSubject { get; set; }

    /// <summary>First token of what a role is held in, when that stands after the role noun; else -1.</summary>
    public int Holder { get; init; } = -1;
}
