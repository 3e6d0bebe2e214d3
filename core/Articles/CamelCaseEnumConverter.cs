using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIngest.Articles;

/// <summary>Writes an enum as its camelCase name and reads it back; a number is refused.</summary>
public sealed class CamelCaseEnumConverter<TEnum>()
    : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
