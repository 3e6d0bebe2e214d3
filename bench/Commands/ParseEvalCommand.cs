using System.CommandLine;
using NewsIngest.Bench.Training;
using NewsIngest.Language.Model;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Bench.Commands;

/// <summary>Scores tokens, tags and trees against the held-out part of the treebank.</summary>
internal static class ParseEvalCommand
{
    public static Command Create()
    {
        var treebank = TreebankOption.Create();
        var tagger = new Option<FileInfo?>("--tagger") { Description = "Tagger's model file; without it, the one in the build" };
        var parser = new Option<FileInfo?>("--parser") { Description = "Parser's model file; without it, the one in the build" };
        var command = new Command("parse-eval", "Score tokenizer, tagger and parser on held-out sentences") { treebank, tagger, parser };
        command.SetAction(parsed => ParseEvaluation.Print(
            Treebank.Load(parsed.GetRequiredValue(treebank)).HeldOut,
            Load(TaggerModel.File, parsed.GetValue(tagger)),
            Load(ParserModel.File, parsed.GetValue(parser))));
        return command;
    }

    private static T Load<T>(ModelFile<T> model, FileInfo? file)
    {
        using var stream = file?.OpenRead();
        return stream is null ? model.ReadResource() : model.Read(stream);
    }
}
