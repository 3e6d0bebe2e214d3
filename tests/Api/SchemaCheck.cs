using System.Text.Json;

namespace NewsIngest.Tests.Api;

/// <summary>Checks an answer against a JSON schema, strictly: a property or keyword that the schema or this check does not know is an error.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Known = ["$ref", "anyOf", "format", "type", "properties", "required", "items", "enum", "additionalProperties", "default", "description", "pattern"];

    /// <summary>What does not fit, each with its place; empty when all does.</summary>
    public static IEnumerable<string> Problems(JsonElement document, JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.ValueKind == JsonValueKind.True) yield break;
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Known.Contains(keyword.Name))) yield return $"{at}: the schema says {keyword.Name}, which is not checked";
        if (schema.TryGetProperty("$ref", out var reference))
        {
            foreach (var problem in Problems(document, Resolve(document, reference.GetString()!), value, at)) yield return problem;
            yield break;
        }

        if (schema.TryGetProperty("anyOf", out var any) && any.EnumerateArray().All(one => Problems(document, one, value, at).Any()))
            yield return $"{at}: fits none of {any.GetRawText()}";
        if (schema.TryGetProperty("anyOf", out _)) yield break;
        if (schema.TryGetProperty("format", out var format) && !(format.GetString() == "date-time" && value.TryGetDateTimeOffset(out _))) yield return $"{at}: {value.GetRawText()} is not of the format {format}";
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
            yield return $"{at}: {value.GetRawText()} is not {type.GetRawText()}";
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) yield return $"{at}: {value.GetRawText()} is not listed";
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var problem in value.EnumerateArray().SelectMany((item, i) => Problems(document, items, item, $"{at}[{i}]"))) yield return problem;
        }

        if (value.ValueKind != JsonValueKind.Object) yield break;
        foreach (var problem in ObjectProblems(document, schema, value, at)) yield return problem;
    }

    public static JsonElement Resolve(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (found, name) => found.GetProperty(name));

    private static IEnumerable<string> ObjectProblems(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))) yield return $"{at}: {name} is missing";
        }

        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known))
            {
                foreach (var problem in Problems(document, known, property.Value, place)) yield return problem;
            }
            else if (schema.TryGetProperty("additionalProperties", out var other))
            {
                foreach (var problem in Problems(document, other, property.Value, place)) yield return problem;
            }
            else
            {
                yield return $"{place}: not in the schema";
            }
        }
    }

    private static IEnumerable<string?> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => value.ValueKind.ToString().ToLowerInvariant(),
    };
}
