using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Entities;

namespace NewsIngest.Claims.Rules;

/// <summary>A claim as a rule found it, before its speaker is resolved. <see cref="Speaker"/> and <see cref="Addressee"/> are token ranges.</summary>
internal sealed class ClaimDraft
{
    public required string RuleId { get; init; }

    public CueEntry? Cue { get; init; }

    public TextSpan? CueSpan { get; init; }

    public int CueToken { get; init; } = -1;

    public TokenRange? Speaker { get; set; }

    /// <summary>Set when the rule itself knows who the speaker is.</summary>
    public SpeakerReference? SpeakerEntity { get; init; }

    /// <summary>Token of the relative pronoun that stands for the speaker ("Ms Lund, who said"), or -1.</summary>
    public int Relative { get; init; } = -1;

    public TokenRange? Addressee { get; set; }

    public required List<TextSpan> Content { get; init; }

    public bool Negated { get; init; }

    public Modality? Modality { get; init; }

    /// <summary>Set when the cue stands inside the content of that claim.</summary>
    public ClaimDraft? Outer { get; set; }

    /// <summary>The id of the claim, once it is given.</summary>
    public string? Id { get; set; }

    /// <summary>Set for "Asked whether it rained, …": no claim of its own, and what is asked holds none.</summary>
    public bool Unspoken { get; init; }

    /// <summary>Block of the last content span: a free-standing quote in the next block goes on with it.</summary>
    public int LastBlock { get; set; }

    public int Start => Content[0].Start;

    public int End => Content[^1].End;

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
