using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace NewsIngest.Bench.Queries;

/// <summary>
/// Writes rows to the file from which <c>azurite-with-rows.cjs</c> serves them: Azurite searches a partition from its start for each row that is inserted by a call, and keeps all in memory.
/// </summary>
internal static class RowFile
{
    private const string Name = "rows";

    public static void Write(string folder, IEnumerable<(string Table, TableEntity Row)> rows, TimeProvider time)
    {
        var stamp = time.GetUtcNow();
        using var file = new FileStream(Path.Combine(folder, Name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 20);
        using var json = new Utf8JsonWriter(file);
        foreach (var (table, row) in rows)
        {
            file.Write(Encoding.UTF8.GetBytes($"{table.ToLowerInvariant()}\t{row.PartitionKey}\t{row.RowKey}\t"));
            json.WriteStartObject();
            foreach (var (name, value) in row)
            {
                if (name is not ("PartitionKey" or "RowKey" or "odata.etag")) WriteProperty(json, name, value);
            }

            WriteProperty(json, "Timestamp", stamp);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case long number:
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                json.WriteString(name + "@odata.type", "Edm.Int64");
                break;
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
