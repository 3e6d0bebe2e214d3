using System.Runtime.InteropServices;
using System.Text.Json;

namespace NewsIngest.Parsing.Json;

/// <summary>Reads fields of JSON objects by name, ignoring case: "versioncreated" of ninjs 2 is "versionCreated" of ninjs 3.</summary>
internal static class JsonFields
{
    /// <summary>The first of the named properties that is there and not empty, with its name.</summary>
    public static (string Name, JsonElement Value)? First(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var property in item.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !IsEmpty(property.Value)) return (property.Name, property.Value);
            }
        }

        return null;
    }

    /// <summary>The first of the named properties that is a string or a number, or a list of one: forms send each field as a list.</summary>
    public static string? String(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.First(name) is (_, var value) && Single(value) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } single && !IsEmpty(single)) return single.ToString();
        }

        return null;
    }

    /// <summary>The strings in a property that holds one, a list of them, or a list of objects with a name.</summary>
    public static IEnumerable<string> Strings(this JsonElement item, params ReadOnlySpan<string> names) =>
        item.First(names) is var (_, value) ? Strings(value) : [];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.String("name", "value", "term", "literal") is { } name ? [name] : [],
        _ => [],
    };

    private static JsonElement Single(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value;

    /// <summary>Nearly every string that is not empty, told without decoding all of it.</summary>
    private static bool BeginsWithWord(JsonElement value) => JsonMarshal.GetRawUtf8Value(value) is [(byte)'"', var first, ..] && char.IsAsciiLetterOrDigit((char)first);

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => !BeginsWithWord(value) && string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
