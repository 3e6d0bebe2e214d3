using System.Text.Json;
using NewsIngest.Articles;

namespace NewsIngest.Bench.Quality.Gold;

/// <summary>A hand-made reading of one article ("newsingest-gold/1"): its entities with all their mentions and roles, and its claims.</summary>
internal sealed record GoldReading(
    GoldSource Source,
    IReadOnlyList<GoldEntity> Entities,
    IReadOnlyList<GoldClaim> Claims,
    IReadOnlyList<GoldRegion> Boilerplate)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static GoldReading Load(string path) =>
        JsonSerializer.Deserialize<GoldReading>(File.ReadAllText(path), Json) ?? throw new InvalidDataException($"{path} holds nothing");
}

internal sealed record GoldSource(string Sha256);

internal sealed record GoldRegion(int Start, int End, bool? Exclude);

internal sealed record GoldEntity(
    string Id,
    string Name,
    string Type,
    IReadOnlyList<string> AlsoKnownAs,
    IReadOnlyList<string>? TypeAccept,
    IReadOnlyList<GoldMention> Mentions,
    IReadOnlyList<TextSpan> Roles,
    bool Optional,
    bool BoilerplateOnly)
{
    public bool MayBeMissing => Optional || BoilerplateOnly;
}

/// <summary><paramref name="Core"/> is the bare name, <paramref name="MaxNp"/> the whole phrase; either is right too.</summary>
internal sealed record GoldMention(int Start, int End, string Kind, bool Optional, bool InBoilerplate, TextSpan? Core, TextSpan? MaxNp)
{
    public TextSpan Span => new(Start, End);
}

internal sealed record GoldClaim(
    string Id,
    string Tier,
    string? Speaker,
    string? SpeakerEntity,
    IReadOnlyList<string>? SpeakerAccept,
    IReadOnlyList<TextSpan> Content,
    IReadOnlyList<IReadOnlyList<TextSpan>>? ContentAlternatives,
    IReadOnlyList<TextSpan>? Propositions,
    TextSpan? Cue,
    IReadOnlyList<string>? CueAlternatives,
    string Form,
    IReadOnlyList<string>? FormAccept,
    IReadOnlyList<string> ModalityAccept)
{
    public bool IsCore => Tier == "core";
}
