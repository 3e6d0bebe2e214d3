using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsIngest.Bench.Faults;
using NewsIngest.Local;
using Spectre.Console;

namespace NewsIngest.Bench.Commands;

/// <summary>Kills hosts and storage while articles come in, and compares what is stored with a calm run.</summary>
internal static class FaultsCommand
{
    private const int MaxShown = 10;
    private const int MaxShownLength = 1500;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var seed = new Option<int?>("--seed") { Description = "Replays a campaign; any number [default: a random one]" };
        var articles = new Option<int>("--articles") { Description = "Articles to drop, at least", DefaultValueFactory = _ => 500 };
        var kills = new Option<int>("--kills") { Description = "How often a host is killed with SIGKILL", DefaultValueFactory = _ => 50 };
        var restarts = new Option<int>("--restarts") { Description = "How often the storage goes away and comes back", DefaultValueFactory = _ => 10 };
        var hangs = new Option<int>("--hangs") { Description = "How often the storage takes calls for six seconds and answers none", DefaultValueFactory = _ => 5 };
        var hosts = new Option<int>("--hosts") { Description = "Hosts at work on the storage at once", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table" };
        var command = new Command("faults", "Kill hosts and storage while articles come in: the end must equal a calm run, row for row and blob for blob")
        {
            seed, articles, kills, restarts, hangs, hosts, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CampaignOptions(
                parsed.GetValue(seed) ?? Random.Shared.Next(1_000_000), parsed.GetValue(articles), parsed.GetValue(kills), parsed.GetValue(restarts), parsed.GetValue(hosts))
            {
                Hangs = parsed.GetValue(hangs),
            },
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CampaignOptions options, bool json, CancellationToken cancellationToken)
    {
        if (options is not { Articles: > 0, Kills: > 0, Hosts: > 0, Restarts: >= 0, Hangs: >= 0 } || options.Restarts > options.Kills || options.Hangs > options.Kills)
        {
            await Console.Error.WriteLineAsync("faults: articles, kills and hosts must be at least 1, restarts and hangs between 0 and the number of kills");
            return 2;
        }

        var error = Console.Error;
        try
        {
            await error.WriteLineAsync($"seed {options.Seed}");
            var (result, differences) = await new Campaign(options, TimeProvider.System, error.WriteLine).RunAsync(cancellationToken);
            foreach (var difference in differences.Take(MaxShown)) await error.WriteLineAsync(difference.Length <= MaxShownLength ? difference : difference[..MaxShownLength] + " …");
            if (json) Console.WriteLine(JsonSerializer.Serialize(result, Json));
            else Show(result);
            return result.Differences == 0 && result.Articles >= options.Articles && result.Kills >= options.Kills && result.Restarts >= options.Restarts && result.Hangs >= options.Hangs ? 0 : 1;
        }
        catch (SetupException exception)
        {
            await error.WriteLineAsync($"faults: {exception.Message}");
            return 2;
        }
    }

    private static void Show(CampaignResult result)
    {
        var table = new Table { Border = TableBorder.Ascii, ShowHeaders = false };
        table.AddColumns("", "");
        Row("articles (files)", $"{result.Articles} ({result.Files})");
        Row("overwritten, deleted", $"{result.Overwritten}, {result.Deleted}");
        Row("hosts at once", $"{result.Hosts}");
        Row("hosts killed", $"{result.Kills}");
        Row("storage restarted", $"{result.Restarts}");
        Row("storage silent", $"{result.Hangs}");
        Row("events delivered", $"{result.Deliveries}");
        Row("messages delivered again", $"{result.Copies}");
        Row("poison tried again", $"{result.PoisonRetried}");
        Row("rows and blobs compared", $"{result.Compared}");
        Row("differences", $"{result.Differences}");
        Row("seconds", result.Seconds.ToString(CultureInfo.InvariantCulture));
        Row("seed", $"{result.Seed}");
        AnsiConsole.Write(table);

        void Row(string name, string value) => table.AddRow(new Text(name), new Text(value));
    }
}
