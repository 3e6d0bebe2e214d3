using System.IO.Compression;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Bench.Training;

/// <summary>Trains all parts of the language model and writes them to one file.</summary>
internal static class ModelTrainer
{
    public static void Train(IReadOnlyList<GoldSentence> sentences, FileInfo file)
    {
        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(s => s.Length)} tokens");
        var (tags, dictionary, rows) = TaggerTrainer.Train(sentences);
        Console.WriteLine($"tagger: {tags.Count} tags, {rows.Count} features");
        var (transitions, relations) = new ParserTrainer().Train(Retag(sentences));
        Console.WriteLine($"parser: {transitions.Count} + {relations.Count} features");
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            EnglishModel.WriteHeader(writer);
            tags.Write(writer);
            dictionary.Write(writer);
            LinearModel.Write(writer, rows);
            LinearModel.Write(writer, transitions);
            LinearModel.Write(writer, relations);
        }

        bytes.Position = 0;
        using var output = file.Create();
        using var brotli = new BrotliStream(output, CompressionLevel.SmallestSize);
        bytes.CopyTo(brotli);
    }

    /// <summary>The sentences with the tags of a tagger that has not seen them, so that the parser learns to live with its mistakes.</summary>
    private static List<GoldSentence> Retag(IReadOnlyList<GoldSentence> sentences)
    {
        const int folds = 5;
        var retagged = new List<GoldSentence>(sentences.Count);
        var scratch = new TagScratch();
        var documents = sentences.Select(s => s.Document).Distinct().Select((d, i) => (d, i)).ToDictionary(p => p.d, p => p.i);
        for (var fold = 0; fold < folds; fold++)
        {
            bool Held(GoldSentence sentence, int index) => (sentence.Genre == "ewt" ? index : documents[sentence.Document]) % folds == fold;
            var (tags, dictionary, rows) = TaggerTrainer.Train([.. sentences.Where((s, i) => !Held(s, i))]);
            var tagger = new Tagger(tags, dictionary, LinearModel.Build(rows));
            foreach (var sentence in sentences.Where(Held))
            {
                var tokens = (Token[])sentence.Tokens.Clone();
                tagger.Tag(sentence.Text, tokens, [.. tokens.Select(t => FormHash.Of(sentence.Text, t))], scratch);
                retagged.Add(sentence with { Tokens = tokens });
            }
        }

        return retagged;
    }
}
