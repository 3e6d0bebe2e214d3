using System.Text.Json.Serialization;

namespace NewsIngest.Entities;

/// <summary>An entry of a gazetteer as the JSON file gives it.</summary>
internal sealed record GazetteerLine(string? Name, string? Type, IReadOnlyList<string>? Aliases, IReadOnlyList<string>? Ids);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowTrailingCommas = true, ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip)]
[JsonSerializable(typeof(GazetteerLine[]))]
internal sealed partial class GazetteerJson : JsonSerializerContext;
