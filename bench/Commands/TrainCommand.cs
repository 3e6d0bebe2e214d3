using System.CommandLine;
using System.Diagnostics;
using NewsIngest.Bench.Training;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Commands;

/// <summary>Trains the language model and writes it where core embeds it. The same treebank gives the same bytes.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var treebank = TreebankOption.Create();
        var output = new Option<FileInfo>("--output")
        {
            Description = "File to write",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("core", "Language", "Model", EnglishModel.FileName)),
        };
        var command = new Command("train", "Train the tagger and parser on the treebank") { treebank, output };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            var corpus = Treebank.Load(parsed.GetRequiredValue(treebank));
            var file = parsed.GetRequiredValue(output);
            ModelTrainer.Train(corpus.Train, file);
            Console.WriteLine($"{file.FullName}: {new FileInfo(file.FullName).Length / 1024} KiB, {clock.Elapsed.TotalSeconds:F0} s");
        });
        return command;
    }
}
