using System.Text.Json;

namespace NewsIngest.Storage.Index;

/// <summary>Steps by which objects and lists are read from JSON by hand. A reader has come to a value when that is its current token.</summary>
internal static class JsonReading
{
    private const int UsualCount = 32;
    private const int LongestName = 32;

    /// <exception cref="JsonException">The reader has come to something else than this.</exception>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) throw new JsonException();
    }

    /// <summary>Goes on to the next property of an object, or to its end.</summary>
    /// <returns>False at the end.</returns>
    public static bool ToProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether this is the property that the reader has come to; if so it goes on to the value.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    /// <summary>Goes on to the next item of a list, or to its end.</summary>
    /// <returns>False at the end.</returns>
    public static bool ToItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>The list of numbers that the reader has come to.</summary>
    public static int[] Numbers(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var numbers = new PooledList<int>(UsualCount);
        try
        {
            while (ToItem(ref reader)) numbers.Add(reader.GetInt32());
            return numbers.Items.ToArray();
        }
        finally
        {
            numbers.Dispose();
        }
    }

    /// <summary>The value of an enum by its name, in whatever case.</summary>
    /// <exception cref="JsonException">There is no value with this name.</exception>
    public static T Named<T>(ref Utf8JsonReader reader)
        where T : struct, Enum
    {
        Expect(ref reader, JsonTokenType.String);
        Span<char> name = stackalloc char[LongestName];
        return reader.ValueSpan.Length <= LongestName && Enum.TryParse<T>(name[..reader.CopyString(name)], ignoreCase: true, out var value) ? value : throw new JsonException();
    }
}
