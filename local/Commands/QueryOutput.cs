using System.Text;
using System.Text.Json;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.Formats;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Writes what a host answered.</summary>
internal static class QueryOutput
{
    public static Task WriteAsync(CommandIo io, string list, string format, IReadOnlyList<JsonElement> items, CancellationToken cancellationToken) => list switch
    {
        "claims" => WriteAsync(io, format, items, ListKinds.Claims, ["publishedAt", "speaker", "cue", "modality", "text", "articleTitle"], cancellationToken),
        "entities" => WriteAsync(io, format, items, ListKinds.Entities, ["id", "name", "type", "roles", "latestArticleTitle"], cancellationToken),
        _ => WriteAsync(io, format, items, ListKinds.Articles, ["id", "publishedAt", "title", "publisher", "claims"], cancellationToken),
    };

    private static async Task WriteAsync<T>(
        CommandIo io, string format, IReadOnlyList<JsonElement> items, ListKind<T> kind, string[] shown, CancellationToken cancellationToken)
    {
        if (format == "json") WriteJson(io.Out, items);
        else if (format == "ndjson") WriteLines(io.Out, items);
        else if (format == "csv") await Csv.WriteAsync(io.Out, kind.Columns, Read(items, kind), cancellationToken);
        else WriteTable(ConsoleView.Create(io), Read(items, kind), [.. shown.Select(name => kind.Columns.First(column => column.Name == name))]);
    }

    private static List<T> Read<T>(IReadOnlyList<JsonElement> items, ListKind<T> kind) => [.. items.Select(item => item.Deserialize(kind.Item)!)];

    private static void WriteJson(Stream output, IReadOnlyList<JsonElement> items)
    {
        using var json = new Utf8JsonWriter(output, ApiJson.Writer with { Indented = true });
        json.WriteStartArray();
        foreach (var item in items) item.WriteTo(json);
        json.WriteEndArray();
    }

    private static void WriteLines(Stream output, IReadOnlyList<JsonElement> items)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        foreach (var item in items) text.Write(item.GetRawText() + "\n");
    }

    private static void WriteTable<T>(IAnsiConsole console, List<T> items, Column<T>[] columns)
    {
        var table = new Table { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii, Expand = true };
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column.Name)));
        foreach (var item in items) table.AddRow(columns.Select(column => new Text((column.Value(item)?.ToString() ?? "–").ReplaceLineEndings(" "))));
        console.Write(table);
    }
}
