using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Entities;
using NewsIngest.Query;

namespace NewsIngest.Storage.Index;

/// <summary>
/// Reads an <see cref="EntityOutline"/> by hand, because an answer reads up to a thousand: the serializer holds all values of a record apart until it has
/// them all, which took a fifth of the time of that answer.
/// </summary>
internal static class EntityOutlineReader
{
    /// <exception cref="JsonException">This is no outline.</exception>
    public static EntityOutline Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        ArticleLine? article = null;
        EntityInArticle? entity = null;
        string? signature = null;
        var others = 0;
        JoinedStrings ids = JoinedStrings.Empty, names = JoinedStrings.Empty;
        string[] roleTexts = [];
        int[] types = [], modalities = [], speakers = [];
        int[][] about = [];
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "article"u8)) article = ArticleLineReader.Read(ref reader);
            else if (JsonReading.Is(ref reader, "signature"u8)) signature = reader.GetString();
            else if (JsonReading.Is(ref reader, "entity"u8)) entity = Entity(ref reader);
            else if (JsonReading.Is(ref reader, "roleTexts"u8)) roleTexts = Strings(ref reader);
            else if (JsonReading.Is(ref reader, "others"u8)) others = reader.GetInt32();
            else if (JsonReading.Is(ref reader, "ids"u8)) ids = JoinedStringsConverter.Read(ref reader);
            else if (JsonReading.Is(ref reader, "names"u8)) names = JoinedStringsConverter.Read(ref reader);
            else if (JsonReading.Is(ref reader, "types"u8)) types = JsonReading.Numbers(ref reader);
            else if (JsonReading.Is(ref reader, "modalities"u8)) modalities = JsonReading.Numbers(ref reader);
            else if (JsonReading.Is(ref reader, "speakers"u8)) speakers = JsonReading.Numbers(ref reader);
            else if (JsonReading.Is(ref reader, "about"u8)) about = NumbersOfEach(ref reader);
            else reader.Skip();
        }

        return new EntityOutline
        {
            Article = article ?? throw new JsonException(),
            Signature = signature,
            Entity = entity ?? throw new JsonException(),
            RoleTexts = roleTexts,
            Others = others,
            Ids = ids,
            Names = names,
            Types = types,
            Modalities = modalities,
            Speakers = speakers,
            About = about,
        };
    }

    private static EntityInArticle Entity(ref Utf8JsonReader reader)
    {
        string? id = null, name = null;
        var type = default(EntityType);
        string[] aliases = [];
        List<Role> roles = [];
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "id"u8)) id = reader.GetString();
            else if (JsonReading.Is(ref reader, "name"u8)) name = reader.GetString();
            else if (JsonReading.Is(ref reader, "type"u8)) type = JsonReading.Named<EntityType>(ref reader);
            else if (JsonReading.Is(ref reader, "aliases"u8)) aliases = Strings(ref reader);
            else if (JsonReading.Is(ref reader, "roles"u8)) while (JsonReading.ToItem(ref reader)) roles.Add(Role(ref reader));
            else reader.Skip();
        }

        return new EntityInArticle(id ?? throw new JsonException(), name ?? throw new JsonException(), type, aliases, roles);
    }

    private static Role Role(ref Utf8JsonReader reader)
    {
        string? title = null, of = null;
        var span = default(TextSpan);
        JsonReading.Expect(ref reader, JsonTokenType.StartObject);
        while (JsonReading.ToProperty(ref reader))
        {
            if (JsonReading.Is(ref reader, "title"u8)) title = reader.GetString();
            else if (JsonReading.Is(ref reader, "of"u8)) of = reader.GetString();
            else if (JsonReading.Is(ref reader, "span"u8)) span = ArticleLineReader.Span(ref reader);
            else reader.Skip();
        }

        return new Role(title ?? throw new JsonException(), of, span);
    }

    private static string[] Strings(ref Utf8JsonReader reader)
    {
        JsonReading.Expect(ref reader, JsonTokenType.StartArray);
        if (!JsonReading.ToItem(ref reader)) return [];
        List<string> strings = [];
        do strings.Add(reader.GetString() ?? throw new JsonException());
        while (JsonReading.ToItem(ref reader));
        return [.. strings];
    }

    private static int[][] NumbersOfEach(ref Utf8JsonReader reader)
    {
        JsonReading.Expect(ref reader, JsonTokenType.StartArray);
        List<int[]> lists = [];
        while (JsonReading.ToItem(ref reader)) lists.Add(JsonReading.Numbers(ref reader));
        return [.. lists];
    }
}
