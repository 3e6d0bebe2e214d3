using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;

namespace NewsIngest.Language.Model;

/// <summary>The trained models, loaded once, on first use, from the resource that <c>bench train</c> writes.</summary>
internal sealed class EnglishModel
{
    public const string FileName = "english.bin";
    private const uint Magic = 0x314D4C4E;

    private static readonly Lazy<EnglishModel> Loaded = new(LoadResource);

    public EnglishModel(Tagger tagger, Parser parser)
    {
        Tagger = tagger;
        Parser = parser;
    }

    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public static EnglishModel Default => Loaded.Value;

    public Tagger Tagger { get; }

    public Parser Parser { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelException">The stream is null (no model in the build) or does not hold a model of this version.</exception>
    public static EnglishModel Read(Stream? stream)
    {
        if (stream is null) throw new ModelException($"The language model Language/Model/{FileName} is not part of this build.");
        try
        {
            var reader = ModelReader.Unpack(stream);
            if (reader.ReadUInt32() != Magic) throw new InvalidDataException("It was written by another version.");
            var tagSet = TagSet.Read(reader);
            var dictionary = TagDictionary.Read(reader);
            var tagger = new Tagger(tagSet, dictionary, LinearModel.Read(reader));
            return new EnglishModel(tagger, new Parser(LinearModel.Read(reader), LinearModel.Read(reader)));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ModelException($"The language model Language/Model/{FileName} cannot be read: {e.Message}", e);
        }
    }

    public static void WriteHeader(BinaryWriter writer) => writer.Write(Magic);

    private static EnglishModel LoadResource()
    {
        using var stream = typeof(EnglishModel).Assembly.GetManifestResourceStream($"NewsIngest.Language.Model.{FileName}");
        return Read(stream);
    }
}
