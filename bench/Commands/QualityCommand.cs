using System.CommandLine;
using System.Text.Json;
using NewsIngest.Bench.Quality;
using NewsIngest.Bench.Quality.Gold;

namespace NewsIngest.Bench.Commands;

/// <summary>Scores extraction against annotated data and prints the figures next to the peers'.</summary>
internal static class QualityCommand
{
    private static readonly IQualityPart[] Parts = [new QuotePart(), new NamePart(), new GoldPart()];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with quotes/ and ner/", Required = true }.AcceptExistingOnly();
        var half = new Option<int?>("--half") { Description = "Also score the texts of even (0) or odd (1) index of the training set" };
        var gold = new Option<DirectoryInfo>("--gold") { Description = "Also score hand-made readings (*_gold.json) of the articles in this folder or in seeds/" }.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables" };
        var command = new Command("quality", "Score extraction against annotated data, next to the peers' figures") { data, half, gold, json };
        command.SetAction(parsed =>
        {
            var input = new QualityInput(parsed.GetRequiredValue(data), parsed.GetValue(half), parsed.GetValue(json), parsed.GetValue(gold));
            var results = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var part in Parts)
            {
                if (part.Run(input) is { } result) results[part.Name] = result;
            }

            if (results.Count == 0)
            {
                Console.Error.WriteLine($"quality: {input.Data.FullName} holds no data set that this command knows");
                return 1;
            }

            if (input.Quiet) Console.WriteLine(JsonSerializer.Serialize(results, Json));
            return 0;
        });
        return command;
    }
}
