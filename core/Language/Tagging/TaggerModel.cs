using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>The trained tagger, loaded once, on first use, from the resource that <c>bench train</c> writes.</summary>
internal static class TaggerModel
{
    public static readonly ModelFile<Tagger> File = new("tagger.bin", 0x32474154, Read);

    private static readonly Lazy<Tagger> Loaded = new(File.ReadResource);

    /// <exception cref="ModelException">The model is not part of this build, or cannot be read.</exception>
    public static Tagger Default => Loaded.Value;

    public static void Write(FileInfo file, TagSet tags, TagDictionary dictionary, SparseRows rows) => File.Write(file, writer =>
    {
        tags.Write(writer);
        dictionary.Write(writer);
        rows.Write(writer);
    });

    private static Tagger Read(ModelReader reader) => new(TagSet.Read(reader), TagDictionary.Read(reader), SparseRows.Read(reader));
}
