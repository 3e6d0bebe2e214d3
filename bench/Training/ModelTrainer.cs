using NewsIngest.Bench.Training.Parsing;
using NewsIngest.Language;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Bench.Training;

/// <summary>Trains the parts of the language model and writes each to its file in a folder.</summary>
internal static class ModelTrainer
{
    public static void Train(IReadOnlyList<GoldSentence> sentences, DirectoryInfo folder, LanguagePart part)
    {
        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(s => s.Length)} tokens");
        if (part is LanguagePart.All or LanguagePart.Tagger) TrainTagger(sentences, FileIn(folder, TaggerModel.File.Name));
        if (part is LanguagePart.All or LanguagePart.Parser) TrainParser(sentences, FileIn(folder, ParserModel.File.Name));
    }

    private static void TrainTagger(IReadOnlyList<GoldSentence> sentences, FileInfo file)
    {
        var (tags, dictionary, rows) = TaggerTrainer.Train(sentences);
        TaggerModel.Write(file, tags, dictionary, rows);
        Console.WriteLine($"tagger: {tags.Count} tags, {rows.Count} rows, {file.Length / 1024} KiB");
    }

    private static void TrainParser(IReadOnlyList<GoldSentence> sentences, FileInfo file)
    {
        var retagged = Retag(sentences);
        var trainer = new ParserTrainer(retagged);
        trainer.Train(retagged);
        trainer.Write(file);
        Console.WriteLine($"parser: {file.Length / 1024} KiB");
    }

    private static FileInfo FileIn(DirectoryInfo folder, string name) => new(Path.Combine(folder.FullName, name));

    /// <summary>The sentences with the tags of a tagger that has not seen them, so that the parser learns to live with its mistakes.</summary>
    private static List<GoldSentence> Retag(IReadOnlyList<GoldSentence> sentences)
    {
        const int folds = 5;
        var retagged = new List<GoldSentence>(sentences.Count);
        var documents = sentences.Select(s => s.Document).Distinct().Select((d, i) => (d, i)).ToDictionary(p => p.d, p => p.i);
        for (var fold = 0; fold < folds; fold++)
        {
            bool Held(GoldSentence sentence, int index) => (sentence.Genre == "ewt" ? index : documents[sentence.Document]) % folds == fold;
            var (tags, dictionary, rows) = TaggerTrainer.Train([.. sentences.Where((s, i) => !Held(s, i))]);
            var tagger = new Tagger(tags, dictionary, rows);
            foreach (var sentence in sentences.Where(Held))
            {
                var tokens = (Token[])sentence.Tokens.Clone();
                tagger.Tag(sentence.Text, tokens, [new Sentence(0, tokens.Length, 0)], [.. tokens.Select(t => FormHash.Of(sentence.Text, t))]);
                retagged.Add(sentence with { Tokens = tokens });
            }
        }

        return retagged;
    }
}

/// <summary>Which part of the language model to train.</summary>
internal enum LanguagePart
{
    All,
    Tagger,
    Parser,
}
