using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Groups of Penn tags.</summary>
internal static class TagTests
{
    public static bool IsVerb(this PennTag tag) => tag is PennTag.Vb or PennTag.Vbd or PennTag.Vbg or PennTag.Vbn or PennTag.Vbp or PennTag.Vbz;

    /// <summary>A tag that makes a clause finite: tense or a modal.</summary>
    public static bool IsFinite(this PennTag tag) => tag is PennTag.Vbd or PennTag.Vbp or PennTag.Vbz or PennTag.Md;

    public static bool IsNoun(this PennTag tag) => tag is PennTag.Nn or PennTag.Nns or PennTag.Nnp or PennTag.Nnps;

    public static bool IsAdverb(this PennTag tag) => tag is PennTag.Rb or PennTag.Rbr or PennTag.Rbs;

    public static bool IsAdjective(this PennTag tag) => tag is PennTag.Jj or PennTag.Jjr or PennTag.Jjs;

    public static bool IsRelative(this PennTag tag) => tag is PennTag.Wp or PennTag.Wdt;
}
