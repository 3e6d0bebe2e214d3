using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Shows files as they become queryable: a bar on a terminal, a line for each anywhere else.</summary>
internal static class DropProgress
{
    public static async Task<IReadOnlyList<DropResult>> RunAsync(
        IAnsiConsole console, Dropper dropper, IReadOnlyList<DropFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0) return [];
        if (!console.Profile.Capabilities.Interactive)
        {
            var done = 0;
            return await dropper.DropAsync(files, result => WriteLine(console, $"[{Interlocked.Increment(ref done)}/{files.Count}] {Line(result)}"), cancellationToken);
        }

        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Ingesting", maxValue: files.Count);
                return await dropper.DropAsync(files, _ => task.Increment(1), cancellationToken);
            });
    }

    /// <summary>How many files went which way, and why where one failed.</summary>
    /// <returns>Whether none failed.</returns>
    public static bool Summarize(IAnsiConsole console, IReadOnlyList<DropResult> results)
    {
        foreach (var result in results.Where(result => result.State == DropState.Failed)) WriteLine(console, $"Failed: {result.File.Blob}: {result.Reason}", Color.Red);
        foreach (var result in results.Where(result => result.State == DropState.NotExtracted)) WriteLine(console, $"Not extracted: {result.File.Blob}: {result.Reason}", Color.Yellow);
        var fresh = results.Count(result => result is { State: not DropState.Failed, WasThere: false });
        var there = results.Count(result => result is { State: not DropState.Failed, WasThere: true });
        var failed = results.Count(result => result.State == DropState.Failed);
        WriteLine(console, fresh == 0 && failed == 0
            ? $"{there} already ingested, nothing changed"
            : $"{fresh} files ingested, {there} already ingested, {failed} failed");
        return failed == 0;
    }

    private static string Line(DropResult result) => result.State switch
    {
        DropState.Failed => $"failed: {result.File.Blob}: {result.Reason}",
        DropState.NotExtracted => $"{(result.WasThere ? "already ingested" : "ingested")}, not extracted: {result.File.Blob}: {result.Reason}",
        _ => $"{(result.WasThere ? "already ingested" : "queryable")}: {result.File.Blob}",
    };

    private static void WriteLine(IAnsiConsole console, string text, Color? color = null) =>
        console.Write(new Text(text + Environment.NewLine, color is { } c ? new Style(c) : Style.Plain));
}
