using System.CommandLine;
using System.Diagnostics;
using NewsIngest.Bench.Training.Names;
using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Commands;

/// <summary>Trains the name model on wikigold and GUM and writes it where core embeds it. The same data gives the same bytes.</summary>
internal static class TrainNamesCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with ner/wikigold.jsonl and treebank/GUM_*.conllu", Required = true }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--output")
        {
            Description = "File to write",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("core", "Entities", "Model", NameModel.FileName)),
        };
        var cross = new Option<bool>("--cross-validate") { Description = "Train nothing to keep: score on wikigold, each text by a model that has not seen it" };
        var command = new Command("train-names", "Train the name tagger") { data, output, cross };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            var texts = Capitals.Add(Load(parsed.GetRequiredValue(data).FullName)).Select(t => new LabelledText(t)).ToList();
            Console.WriteLine($"{texts.Count} texts, {texts.Sum(t => t.Labels.Length)} tokens, {texts.Sum(t => t.Source.Names.Count)} names");
            if (parsed.GetValue(cross))
            {
                var score = NameTrainer.CrossValidate(texts, t => t.Source.Id.StartsWith("wikigold", StringComparison.Ordinal) && !t.Source.Id.Contains(Capitals.CopyMark, StringComparison.Ordinal), new CrfSettings());
                Console.WriteLine($"wikigold, cross-validated: strict F1 {score.Strict:F1}, untyped {score.Untyped:F1}");
                return;
            }

            var file = parsed.GetRequiredValue(output);
            using (var stream = file.Create()) NameTrainer.Train(texts, new CrfSettings(), stream);
            Console.WriteLine($"{file.Name}: {new FileInfo(file.FullName).Length / 1024} KiB, {clock.Elapsed.TotalSeconds:F0} s");
        });
        return command;
    }

    internal static IEnumerable<NameText> Load(string data) =>
        NameCorpus.Load(Path.Combine(data, "ner", "wikigold.jsonl"))
            .Concat(Directory.GetFiles(Path.Combine(data, "treebank"), "GUM_*.conllu").Order(StringComparer.Ordinal).Select(f => GumNames.Load(new FileInfo(f))));
}
