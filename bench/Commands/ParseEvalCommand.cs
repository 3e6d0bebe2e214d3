using System.CommandLine;
using NewsIngest.Bench.Training;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Commands;

/// <summary>Scores tokens, tags and trees against the held-out part of the treebank.</summary>
internal static class ParseEvalCommand
{
    public static Command Create()
    {
        var treebank = TreebankOption.Create();
        var model = new Option<FileInfo?>("--model") { Description = "Model file; without it, the one in the build" };
        var command = new Command("parse-eval", "Score tokenizer, tagger and parser on held-out sentences") { treebank, model };
        command.SetAction(parsed =>
        {
            var corpus = Treebank.Load(parsed.GetRequiredValue(treebank));
            var file = parsed.GetValue(model);
            using var stream = file?.OpenRead();
            var loaded = stream is null ? EnglishModel.Default : EnglishModel.Read(stream);
            ParseEvaluation.Print(corpus.HeldOut, loaded);
        });
        return command;
    }
}
