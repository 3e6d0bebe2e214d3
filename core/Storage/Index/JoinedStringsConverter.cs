using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>Reads and writes <see cref="JoinedStrings"/> as a list of strings.</summary>
internal sealed class JoinedStringsConverter : JsonConverter<JoinedStrings>
{
    private const int UsualCount = 32;
    private const int UsualLength = 1024;

    /// <exception cref="JsonException">It is no list of strings.</exception>
    public override JoinedStrings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var ends = new List<int>(UsualCount);
        var buffer = ArrayPool<char>.Shared.Rent(UsualLength);
        try
        {
            var length = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.String) throw new JsonException();
                // No character takes less than a byte.
                var most = length + (reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length);
                if (most > buffer.Length) buffer = Larger(buffer, length, most);
                length += reader.CopyString(buffer.AsSpan(length));
                ends.Add(length);
            }

            return new JoinedStrings(new string(buffer, 0, length), ends);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    public override void Write(Utf8JsonWriter writer, JoinedStrings value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++) writer.WriteStringValue(value[i]);
        writer.WriteEndArray();
    }

    private static char[] Larger(char[] buffer, int used, int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, 2 * buffer.Length));
        buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        return larger;
    }
}
