using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Entities;

namespace NewsIngest.Claims.Rules;

/// <summary>A claim as a rule found it, before its speaker is resolved. <see cref="Speaker"/> and <see cref="Addressee"/> are token ranges. <see cref="ArticleReading.NewDraft"/> makes it.</summary>
internal sealed class ClaimDraft
{
    public string RuleId { get; private set; } = "";

    public CueEntry? Cue { get; set; }

    public TextSpan? CueSpan { get; set; }

    public int CueToken { get; set; }

    public TokenRange? Speaker { get; set; }

    /// <summary>Set when the rule itself knows who the speaker is.</summary>
    public SpeakerReference? SpeakerEntity { get; set; }

    /// <summary>Token of the relative pronoun that stands for the speaker ("Ms Lund, who said"), or -1.</summary>
    public int Relative { get; set; }

    public TokenRange? Addressee { get; set; }

    public List<TextSpan> Content { get; } = [];

    public bool Negated { get; set; }

    public Modality? Modality { get; set; }

    /// <summary>Set when the cue stands inside the content of that claim.</summary>
    public ClaimDraft? Outer { get; set; }

    /// <summary>The id of the claim, once it is given.</summary>
    public string? Id { get; set; }

    /// <summary>Set for "Asked whether it rained, …": no claim of its own, and what is asked holds none.</summary>
    public bool Unspoken { get; set; }

    /// <summary>Block of the last content span: a free-standing quote in the next block goes on with it.</summary>
    public int LastBlock { get; set; }

    public int Start => Content[0].Start;

    public int End => Content[^1].End;

    /// <summary>Whether it is a claim of its own.</summary>
    public bool IsKept { get; set; }

    /// <summary>Begins anew as another claim.</summary>
    public ClaimDraft Become(string ruleId)
    {
        RuleId = ruleId;
        (Cue, CueSpan, CueToken) = (null, null, -1);
        (Speaker, SpeakerEntity, Relative, Addressee) = (null, null, -1, null);
        (Negated, Modality, Unspoken) = (false, null, false);
        (Outer, Id, LastBlock, IsKept) = (null, null, 0, false);
        Content.Clear();
        return this;
    }

    public bool Covers(int offset)
    {
        foreach (var span in Content)
        {
            if (offset >= span.Start && offset < span.End) return true;
        }

        return false;
    }

    public bool Overlaps(TextSpan other)
    {
        foreach (var span in Content)
        {
            if (span.Overlaps(other)) return true;
        }

        return false;
    }
}
