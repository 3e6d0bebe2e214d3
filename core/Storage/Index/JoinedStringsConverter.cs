using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>Reads and writes <see cref="JoinedStrings"/> as a list of strings.</summary>
internal sealed class JoinedStringsConverter : JsonConverter<JoinedStrings>
{
    private const int UsualCount = 32;
    private const int UsualLength = 1024;

    /// <exception cref="JsonException">It is no list of strings.</exception>
    public override JoinedStrings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, Type, JsonSerializerOptions)"/>
    public static JoinedStrings Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var text = new PooledList<char>(UsualLength);
        var ends = new PooledList<int>(UsualCount);
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.String) throw new JsonException();
                // No character takes less than a byte.
                text.Took(reader.CopyString(text.Room(reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length)));
                ends.Add(text.Count);
            }

            return new JoinedStrings(new string(text.Items), ends.Items.ToArray());
        }
        finally
        {
            text.Dispose();
            ends.Dispose();
        }
    }

    public override void Write(Utf8JsonWriter writer, JoinedStrings value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++) writer.WriteStringValue(value[i]);
        writer.WriteEndArray();
    }
}
