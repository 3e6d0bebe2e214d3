using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Queries;

/// <summary>
/// Adds rows to the file in which Azurite keeps its tables (a LokiJS database), while it does not run: it searches a partition from its start for each row that is
/// inserted by a call, which takes hours for what this does in seconds.
/// </summary>
internal static class TableFile
{
    public const string Name = "__azurite_db_table__.json";

    public static void Add(string folder, IEnumerable<(string Table, TableEntity Row)> rows, TimeProvider time)
    {
        var path = Path.Combine(folder, Name);
        var added = path + ".new";
        var tables = rows.ToLookup(row => $"{AzuriteAccount.Default.Name}${row.Table}", row => row.Row, StringComparer.OrdinalIgnoreCase);
        var now = time.GetUtcNow();
        using (var database = JsonDocument.Parse(File.ReadAllBytes(path)))
        using (var file = File.Create(added))
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            foreach (var property in database.RootElement.EnumerateObject())
            {
                if (property.Name != "collections")
                {
                    property.WriteTo(json);
                    continue;
                }

                json.WriteStartArray(property.Name);
                foreach (var collection in property.Value.EnumerateArray()) WriteCollection(json, collection, tables[collection.GetProperty("name").GetString()!], now);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        File.Move(added, path, overwrite: true);
    }

    /// <summary>Indexes are marked to be made anew at the first search, which Loki does only where they are not kept up to date with each change.</summary>
    private static void WriteCollection(Utf8JsonWriter json, JsonElement collection, IEnumerable<TableEntity> rows, DateTimeOffset now)
    {
        if (!rows.Any())
        {
            collection.WriteTo(json);
            return;
        }

        var id = collection.GetProperty("maxId").GetInt64();
        json.WriteStartObject();
        foreach (var property in collection.EnumerateObject())
        {
            switch (property.Name)
            {
                case "data":
                    json.WriteStartArray(property.Name);
                    foreach (var there in property.Value.EnumerateArray()) there.WriteTo(json);
                    foreach (var row in rows)
                    {
                        WriteRow(json, row, ++id, now);
                        if (json.BytesPending > 1 << 20) json.Flush();
                    }

                    json.WriteEndArray();
                    break;
                case "idIndex":
                    json.WriteNull(property.Name);
                    break;
                case "adaptiveBinaryIndices":
                    json.WriteBoolean(property.Name, false);
                    break;
                case "binaryIndices":
                    json.WriteStartObject(property.Name);
                    foreach (var index in property.Value.EnumerateObject())
                    {
                        json.WriteStartObject(index.Name);
                        json.WriteString("name", index.Name);
                        json.WriteBoolean("dirty", true);
                        json.WriteStartArray("values");
                        json.WriteEndArray();
                        json.WriteEndObject();
                    }

                    json.WriteEndObject();
                    break;
                case "maxId":
                    json.WriteNumber(property.Name, id + rows.Count());
                    break;
                default:
                    property.WriteTo(json);
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, TableEntity row, long id, DateTimeOffset now)
    {
        var stamp = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("PartitionKey", row.PartitionKey);
        json.WriteString("RowKey", row.RowKey);
        json.WriteStartObject("properties");
        foreach (var (name, value) in row)
        {
            if (name is "PartitionKey" or "RowKey" or "odata.etag") continue;
            WriteProperty(json, name, value);
        }

        WriteProperty(json, "Timestamp", now);
        json.WriteEndObject();
        json.WriteString("lastModifiedTime", stamp);
        json.WriteString("eTag", $"W/\"datetime'{Uri.EscapeDataString(stamp)}'\"");
        json.WriteStartObject("meta");
        json.WriteNumber("revision", 0);
        json.WriteNumber("created", now.ToUnixTimeMilliseconds());
        json.WriteNumber("version", 0);
        json.WriteEndObject();
        json.WriteNumber("$loki", id);
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case byte[] bytes:
                json.WriteString(name, Convert.ToBase64String(bytes));
                json.WriteString(name + "@odata.type", "Edm.Binary");
                break;
            case DateTimeOffset date:
                json.WriteString(name, date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
                json.WriteString(name + "@odata.type", "Edm.DateTime");
                break;
            default: throw new NotSupportedException($"{name} is {value?.GetType().Name ?? "null"}");
        }
    }
}
