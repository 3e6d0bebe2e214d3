using NewsIngest.Parsing.Formats;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing;

/// <summary>All formats, in the order in which they are asked; plain text, which accepts any text, is last.</summary>
internal static class ArticleFormats
{
    private static readonly IArticleFormat[] All =
    [
        new PdfFormat(),
        new DocxFormat(),
        new WireTextFormat(),
        new NewsMlG2Format(),
        new NewsMl1Format(),
        new NitfFormat(),
        new FeedFormat(),
        new JsonFormat(),
        new HtmlFormat(),
        new EmailFormat(),
        new MarkdownFormat(),
        new PlainTextFormat(),
    ];

    /// <summary>What may be dropped, for the message that refuses everything else.</summary>
    public static string Accepted { get; } = $"accepted are {string.Join(", ", All.Select(f => f.Name))}, each also as .gz or inside a .zip";

    /// <summary>The articles of a file that is no archive.</summary>
    /// <exception cref="ParseException">No format knows it, or the one that does cannot read it.</exception>
    public static IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        foreach (var format in All)
        {
            if (!format.Recognizes(file)) continue;
            return format.MayHang ? TimeBound.Shared.Run(context, () => format.Read(file, context).ToList()) : format.Read(file, context);
        }

        var kind = FileSignatures.Describe(file.Bytes.Span) ?? (file.Text is null ? "binary data" : XmlFile.RootName(file.Head) is { } root ? $"XML of another kind (<{root}>)" : "text in an unknown format");
        throw context.Refuse($"{(file.ItemId is null ? "it is" : $"{file.Name} in it is")} {kind}; {Accepted}");
    }
}
