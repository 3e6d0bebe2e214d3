using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>NITF, the News Industry Text Format of the IPTC, also inside the envelope of an agency.</summary>
internal sealed class NitfFormat : IArticleFormat
{
    public string Name => "NITF (.xml)";

    public bool Recognizes(FileContent file) => XmlFile.RootName(file.Head) is { } root
        && (root == "nitf" || ((file.Head.StartsWith("<?xml") || file.Extension == ".xml" || file.Text!.Text.AsSpan().TrimEnd().EndsWith($"{root}>")) && file.Text!.Text.Contains("<nitf", StringComparison.Ordinal)));

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var draft = new ArticleDraft();
        draft.Warnings.AddRange(file.Text!.Warnings);
        var composer = new ArticleComposer(context);
        Read(file, draft, composer, context);
        composer.ApplyTo(draft);
        LeadTitle.Set(draft, slug: null);
        yield return draft;
    }

    /// <summary>Apart, so that the elements are gone when the text is put together.</summary>
    private static void Read(FileContent file, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var root = XmlFile.Load(file.TakeText(), context).Root!;
        Nitf.Read(root.Is("nitf") ? root : root.Inside("nitf") ?? throw context.Refuse("its nitf element cannot be found"), draft, composer, context);
    }
}
