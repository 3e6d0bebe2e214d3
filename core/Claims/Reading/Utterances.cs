using System.Collections.Frozen;

namespace NewsIngest.Claims.Reading;

/// <summary>Things that carry words: whoever issues, sends or airs one says what it says.</summary>
internal static class Utterances
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "ad", "advertisement", "announcement", "appeal", "article", "banner", "brief", "broadcast", "column", "comment", "commercial", "declaration", "editorial", "e-mail", "email",
        "essay", "flyer", "interview", "lawsuit", "leaflet", "letter", "mailer", "memo", "message", "motion", "note", "op-ed", "order", "pamphlet", "petition", "pitch", "placard",
        "poster", "post", "release", "remark", "report", "resolution", "robocall", "sign", "speech", "spot", "statement", "suit", "text", "tweet", "video", "warning",
    }.SelectMany(noun => new[] { noun, noun.EndsWith("ch", StringComparison.Ordinal) ? noun + "es" : noun + "s" })
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> noun) => Words.Contains(noun);
}
