using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>The trained name tagger, loaded once, on first use, from the resource that <c>bench train-names</c> writes.</summary>
internal static class NameModel
{
    public const string FileName = "names.bin";
    private const uint Magic = 0x324D454E;

    private static readonly Lazy<NameTagger> Loaded = new(LoadResource);

    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public static NameTagger Default => Loaded.Value;

    /// <exception cref="ModelException">The stream is null (no model in the build) or does not hold a model of this version.</exception>
    public static NameTagger Read(Stream? stream)
    {
        if (stream is null) throw new ModelException($"The name model Entities/Model/{FileName} is not part of this build.");
        try
        {
            var reader = ModelReader.Open(stream);
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("It was written by another version.");
            var first = new NameDecoder(reader.ReadArray<int>(NameLabels.Count * NameLabels.Count));
            var second = new NameDecoder(reader.ReadArray<int>(NameLabels.Count * NameLabels.Count));
            return new NameTagger(ByteRows.Read(reader, NameSums.Width), first, second);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ModelException($"The name model Entities/Model/{FileName} cannot be read: {e.Message}", e);
        }
    }

    public static void Write(Stream stream, ByteRows rows, NameDecoder first, NameDecoder second)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        foreach (var weight in first.Transitions.Concat(second.Transitions)) writer.Write(weight);
        rows.Write(writer);
    }

    private static NameTagger LoadResource()
    {
        using var stream = typeof(NameModel).Assembly.GetManifestResourceStream($"NewsIngest.Entities.Model.{FileName}");
        return Read(stream);
    }
}
