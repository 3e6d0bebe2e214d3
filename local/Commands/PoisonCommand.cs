using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsIngest.Local.Commands;

/// <summary>Shows what a host has given up on, and has it tried again.</summary>
internal sealed class PoisonCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- poison list
        dotnet run --project local -- poison retry --base https://my-app.azurewebsites.net --key "$MASTER_KEY"
        """;

    public Command Build() => new("poison", "Messages that failed too often: list them, or have them tried again")
    {
        Sub("list", "List the oldest messages of each poison queue; exit code 1 when there are any", ListAsync),
        Sub("retry", "Try up to 32 messages of each poison queue again; asks for the master key where there are keys; exit code 1 when some stay", RetryAsync),
    };

    private Command Sub(string name, string description, Func<ApiClient, bool, CancellationToken, Task<int>> run)
    {
        var api = new ApiOptions();
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON" };
        var command = new Command(name, description) { json };
        api.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var client = api.Open(parsed);
            try
            {
                return await run(client, parsed.GetValue(json), cancellationToken);
            }
            catch (ApiException exception)
            {
                await io.Error.WriteLineAsync($"poison: {exception.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }

    private async Task<int> ListAsync(ApiClient client, bool json, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync("poison", cancellationToken);
        var items = answer.RootElement.GetProperty("items");
        Write(json, answer, items, item => $"{Text(item, "since")}  {Text(item, "queue")}  {Text(item, "file") ?? Text(item, "articleId") ?? Text(item, "text")}");
        var depth = answer.RootElement.GetProperty("depth").GetInt32();
        if (!json) Line(string.Create(CultureInfo.InvariantCulture, $"{depth} messages"));
        return depth == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private async Task<int> RetryAsync(ApiClient client, bool json, CancellationToken cancellationToken)
    {
        using var nothing = new ByteArrayContent([]);
        using var answer = await client.PostAsync("poison/retry", nothing, cancellationToken);
        var failed = answer.RootElement.GetProperty("failed");
        Write(json, answer, failed, item => $"stays in {Text(item, "queue")}: {Text(item, "reason")}");
        if (!json) Line(string.Create(CultureInfo.InvariantCulture, $"{answer.RootElement.GetProperty("retried").GetInt32()} messages are tried again"));
        return failed.GetArrayLength() == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private void Write(bool json, JsonDocument answer, JsonElement items, Func<JsonElement, string> line)
    {
        if (json) Line(answer.RootElement.GetRawText());
        else foreach (var item in items.EnumerateArray()) Line(line(item));
    }

    private void Line(string text) => ConsoleView.Create(io).Profile.Out.Writer.WriteLine(text);

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
