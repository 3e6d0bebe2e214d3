using System.CommandLine;
using System.Diagnostics;
using NewsIngest.Bench.Training;

namespace NewsIngest.Bench.Commands;

/// <summary>Trains the language model and writes it where core embeds it. The same treebank gives the same bytes.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var treebank = TreebankOption.Create();
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write to",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("core", "Language", "Model")),
        };
        var part = new Option<LanguagePart>("--part") { Description = "What to train" };
        var command = new Command("train", "Train the tagger and parser on the treebank") { treebank, output, part };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            var corpus = Treebank.Load(parsed.GetRequiredValue(treebank));
            ModelTrainer.Train(corpus.Train, parsed.GetRequiredValue(output), parsed.GetValue(part));
            Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
        });
        return command;
    }
}
