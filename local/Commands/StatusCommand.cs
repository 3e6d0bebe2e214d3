using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Query;
using NewsIngest.Serialization;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Shows what became of the files of a local or remote host.</summary>
internal sealed class StatusCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- status
        dotnet run --project local -- status --base https://my-app.azurewebsites.net --key "$KEY"
        dotnet run --project local -- status --format json | jq .failed
        """;

    private readonly ApiOptions api = new();
    private readonly Option<string> format = new("--format") { Description = "How to write the answer", DefaultValueFactory = _ => "table" };

    public Command Build()
    {
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("status", "Show files by state, failures with reasons, queues and lag; exit code 1 when files failed") { format };
        api.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = api.Open(parsed);
        try
        {
            using var answer = await client.GetAsync("status", cancellationToken);
            var status = answer.RootElement.Deserialize(NewsIngestJson.Stored.StatusReport)!;
            var console = ConsoleView.Create(io);
            if (parsed.GetValue(format) == "json") console.Profile.Out.Writer.WriteLine(answer.RootElement.GetRawText());
            else Show(console, status);
            return status.Failed.Count == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
        }
        catch (ApiException exception)
        {
            await io.Error.WriteLineAsync($"status: {exception.Message}");
            return ExitCodes.SomeFailed;
        }
    }

    private static void Show(IAnsiConsole console, StatusReport status)
    {
        var table = new Table { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii, ShowHeaders = false };
        table.AddColumns("", "");
        foreach (var (state, count) in status.Files) Row($"files {state}", (status.Complete ? "" : "at least ") + count.ToString(CultureInfo.InvariantCulture));
        Row("longest wait", $"{status.LagSeconds} s");
        Row("messages waiting", status.QueueDepth.ToString(CultureInfo.InvariantCulture));
        Row("messages given up", (status.PoisonDepth + status.BlobPoisonDepth).ToString(CultureInfo.InvariantCulture));
        Row("version", status.Version);
        console.Write(table);
        foreach (var file in status.Failed) console.Write(new Text($"Failed: {file.File}: {file.Reason}\n", console.Profile.Capabilities.Interactive ? new Style(Color.Red) : Style.Plain));
        foreach (var file in status.NotExtracted) console.Write(new Text($"Not extracted: {file.File}: {file.Reason}\n"));

        void Row(string name, string value) => table.AddRow(new Text(name), new Text(value));
    }
}
