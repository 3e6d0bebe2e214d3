using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Query;

namespace NewsIngest.Local.Commands;

/// <summary>Asks a local or remote host: claims, entities or articles, as a table or for other programs.</summary>
internal sealed class QueryCommand(CommandIo io)
{
    public const string Examples =
        """
        dotnet run --project local -- query claims --speaker "Ada Roth" --modality deny
        dotnet run --project local -- query claims --about Norland --not-speaker Roth --modality deny,doubt,reject
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
            List("claims", "Who said what, newest first", ClaimQuery.Parameters),
            List("entities", "Entities by name", EntityQuery.Parameters),
            List("articles", "Articles, newest first", ArticleListQuery.Parameters),
        };
    }

    /// <summary>A list with an option for each parameter of its query: notSpeaker is --not-speaker.</summary>
    private Command List(string name, string description, IReadOnlyList<QueryParameter> parameters)
    {
        var filters = parameters
            .Where(parameter => parameter.Name is not ("limit" or "cursor"))
            .Select(parameter => (parameter.Name, Option: new Option<string?>("--" + JsonNamingPolicy.KebabCaseLower.ConvertName(parameter.Name)) { Description = Description(parameter), HelpName = parameter.Values is null ? "TEXT" : "KIND" }))
            .ToList();
        var command = new Command(name, description) { format, limit };
        foreach (var filter in filters) command.Options.Add(filter.Option);
        api.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = filters
                .Select(filter => (filter.Name, Value: parsed.GetValue(filter.Option)))
                .Where(filter => filter.Value is not null)
                .Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value!)}&");
            return await RunAsync(parsed, name, string.Concat(query), cancellationToken);
        });
        return command;
    }

    private static string Description(QueryParameter parameter)
    {
        var text = parameter.Description.TrimEnd('.');
        return parameter.Values is { } values ? $"{text}: {string.Join(", ", values)}" : text;
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
