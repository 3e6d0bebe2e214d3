using System.IO.Compression;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Training;

/// <summary>Trains all parts of the language model and writes them to one file.</summary>
internal static class ModelTrainer
{
    public static void Train(IReadOnlyList<GoldSentence> sentences, FileInfo file)
    {
        Console.WriteLine($"{sentences.Count} sentences, {sentences.Sum(s => s.Length)} tokens");
        var (tags, dictionary, rows) = TaggerTrainer.Train(sentences);
        Console.WriteLine($"tagger: {tags.Count} tags, {rows.Count} features");
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            EnglishModel.WriteHeader(writer);
            tags.Write(writer);
            dictionary.Write(writer);
            LinearModel.Write(writer, rows);
        }

        bytes.Position = 0;
        using var output = file.Create();
        using var brotli = new BrotliStream(output, CompressionLevel.SmallestSize);
        bytes.CopyTo(brotli);
    }
}
