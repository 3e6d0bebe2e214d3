using System.IO.Compression;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>The two passes of the name tagger, loaded once, on first use, from the resource that <c>bench train-names</c> writes.</summary>
internal sealed class NameModel(NameTagger first, NameTagger second)
{
    public const string FileName = "names.bin";
    private const uint Magic = 0x314D454E;

    private static readonly Lazy<NameModel> Loaded = new(LoadResource);

    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public static NameModel Default => Loaded.Value;

    public NameTagger First => first;

    public NameTagger Second => second;

    /// <exception cref="ModelException">The stream is null (no model in the build) or does not hold a model of this version.</exception>
    public static NameModel Read(Stream? stream)
    {
        if (stream is null) throw new ModelException($"The name model Entities/Model/{FileName} is not part of this build.");
        try
        {
            var reader = ModelReader.Unpack(stream);
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("It was written by another version.");
            return new NameModel(ReadTagger(reader), ReadTagger(reader));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ModelException($"The name model Entities/Model/{FileName} cannot be read: {e.Message}", e);
        }
    }

    public static void Write(Stream stream, IReadOnlyList<(IReadOnlyList<FeatureRow> Rows, int[] Transitions)> passes)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            foreach (var (rows, transitions) in passes)
            {
                foreach (var weight in transitions) writer.Write(weight);
                LinearModel.Write(writer, rows);
            }
        }

        bytes.Position = 0;
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        bytes.CopyTo(brotli);
    }

    private static NameTagger ReadTagger(ModelReader reader)
    {
        var transitions = new int[NameLabels.Count * NameLabels.Count];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = reader.ReadInt32();
        return new NameTagger(LinearModel.Read(reader), transitions);
    }

    private static NameModel LoadResource()
    {
        using var stream = typeof(NameModel).Assembly.GetManifestResourceStream($"NewsIngest.Entities.Model.{FileName}");
        return Read(stream);
    }
}
