using CsvHelper;

namespace NewsIngest.Functions.Http.Formats;

/// <summary>
/// Tables for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, and a byte order mark
/// says that the text is UTF-8 (<see href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</see>).
/// </summary>
internal static class Csv
{
    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    public static async Task WriteAsync<T>(Stream output, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.EndRecordAsync(cancellationToken);
        foreach (var item in items)
        {
            foreach (var column in columns) csv.WriteField(column.Value(item));
            await csv.EndRecordAsync(cancellationToken);
        }
    }
}
