using System.CommandLine;
using NewsIngest.Bench.Training.Names;
using NewsIngest.Entities.Names;
using Spectre.Console;

namespace NewsIngest.Bench.Commands;

/// <summary>Scores the name model on the sets of a data folder that it was not trained on.</summary>
internal static class NamesEvalCommand
{
    private static readonly string[] Sets = ["conllpp2020_dev", "worldwide_newswire_dev", "crossner_politics_dev", "uner_ewt_dev"];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with ner/*.jsonl", Required = true }.AcceptExistingOnly();
        var model = new Option<FileInfo?>("--model") { Description = "Model file; without it, the one in the build" };
        var command = new Command("names-eval", "Score the name tagger: F1 of spans with type, and without") { data, model };
        command.SetAction(parsed =>
        {
            using var stream = parsed.GetValue(model)?.OpenRead();
            var finder = new NameFinder(stream is null ? NameModel.Default : NameModel.Read(stream));
            var table = new Table().AddColumns("set", "strict", "untyped", "PER", "ORG", "LOC", "MISC");
            foreach (var set in Sets)
            {
                var score = Score(finder, NameCorpus.Load(Path.Combine(parsed.GetRequiredValue(data).FullName, "ner", set + ".jsonl")));
                table.AddRow(set, $"{score.Strict:F1}", $"{score.Untyped:F1}", $"{score.Of(NameType.Person):F1}", $"{score.Of(NameType.Organization):F1}",
                    $"{score.Of(NameType.Place):F1}", $"{score.Of(NameType.Other):F1}");
            }

            AnsiConsole.Write(table);
        });
        return command;
    }

    private static NameScore Score(NameFinder finder, List<NameText> texts)
    {
        var score = new NameScore();
        foreach (var source in texts) score.Add(source.Names, new LabelledText(source).Find(finder));
        return score;
    }
}
