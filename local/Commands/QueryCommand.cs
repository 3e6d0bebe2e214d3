using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsIngest.Local.Commands;

/// <summary>Asks a local or remote host: claims, entities or articles, as a table or for other programs.</summary>
internal sealed class QueryCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- query claims --speaker "Ada Roth" --modality deny
        dotnet run --project local -- query claims --about Norland --from 2024-03-01 --q '"peace talks" bridge'
        dotnet run --project local -- query claims --format csv --limit 1000 > claims.csv
        dotnet run --project local -- query entities --name Roth --base https://my-app.azurewebsites.net --key "$KEY"
        dotnet run --project local -- query articles --from 2024-03-01 --format ndjson | jq .title
        """;

    private const int MaxPage = 200;
    private readonly ApiOptions api = new();
    private readonly Option<string> format = new("--format") { Description = "How to write the answer", DefaultValueFactory = _ => "table" };

    private readonly Option<int> limit = new("--limit") { Description = "The most items; more than a page are read page by page", HelpName = "N", DefaultValueFactory = _ => 50 };

    /// <summary>The command, and those below it that have help of their own.</summary>
    public Command Build()
    {
        format.AcceptOnlyFromAmong("table", "csv", "ndjson", "json");
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--limit: accepted is a whole number from 1 on");
        });
        return new Command("query", "Ask a host for claims, entities or articles")
        {
            List("claims", "Who said what, newest first", ("speaker", "Who speaks: a name or an id"), ("about", "Whom or what it mentions: a name or an id"), ("modality", "assert, deny, warn, predict, …"), ("form", "direct, indirect or mixed"), ("from", "First day or instant of publication"), ("to", "Last day or instant of publication"), ("q", "Words and \"phrases\" that must all be there")),
            List("entities", "Entities by name", ("name", "A name, an alias or an id")),
            List("articles", "Articles, newest first", ("from", "First day or instant of publication"), ("to", "Last day or instant of publication"), ("q", "Words and \"phrases\" of the title")),
        };
    }

    private Command List(string name, string description, params (string Name, string Description)[] filters)
    {
        var options = filters.Select(filter => new Option<string?>("--" + filter.Name) { Description = filter.Description }).ToList();
        var command = new Command(name, description) { format, limit };
        foreach (var option in options) command.Options.Add(option);
        api.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = options
                .Select(option => (Name: option.Name[2..], Value: parsed.GetValue(option)))
                .Where(filter => filter.Value is not null)
                .Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value!)}&");
            return await RunAsync(parsed, name, string.Concat(query), cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, string list, string query, CancellationToken cancellationToken)
    {
        using var client = api.Open(parsed);
        try
        {
            var items = await ReadAsync(client, list, query, parsed.GetValue(limit), cancellationToken);
            await QueryOutput.WriteAsync(io, list, parsed.GetValue(format)!, items, cancellationToken);
            return ExitCodes.Done;
        }
        catch (ApiException exception)
        {
            await io.Error.WriteLineAsync($"query {list}: {exception.Message}");
            return exception.Status == StatusCodes.Status400BadRequest ? ExitCodes.BadUsage : ExitCodes.SomeFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static async Task<List<JsonElement>> ReadAsync(ApiClient client, string list, string query, int limit, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var size = Math.Min(MaxPage, limit - items.Count).ToString(CultureInfo.InvariantCulture);
            using var page = await client.GetAsync($"{list}?{query}limit={size}{(cursor is null ? "" : "&cursor=" + cursor)}", cancellationToken);
            items.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.Clone()));
            cursor = page.RootElement.GetProperty("cursor").GetString();
        }
        while (cursor is not null && items.Count < limit);
        return items;
    }
}
