using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>The trained parser, loaded once, on first use, from the resource that <c>bench train</c> writes.</summary>
internal static class ParserModel
{
    public static readonly ModelFile<Parser> File = new("parser.bin", 0x32525350, Read);

    private static readonly Lazy<Parser> Loaded = new(File.ReadResource);

    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public static Parser Default => Loaded.Value;

    private static Parser Read(ModelReader reader) => new(ParserVocabulary.Read(reader), ParserNetwork.Read(reader));
}
