using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>Plain text: the article's text is the decoded file, unchanged. Accepts every text that no other format claims.</summary>
internal sealed class PlainTextFormat : IArticleFormat
{
    public string Name => "plain text (.txt)";

    public bool Recognizes(FileContent file) => file.Text is not null && FileSignatures.Describe(file.Bytes.Span) is null && (file.Extension == ".txt" || !IsOtherXml(file));

    /// <summary>XML that no other format knows is data, not a text to read.</summary>
    private static bool IsOtherXml(FileContent file) => file.Head.StartsWith("<?xml")
        || (XmlFile.RootName(file.Head) is { } root && (file.Extension is ".xml" or ".xsd" || (file.Head.StartsWith("<") && file.Text!.Text.AsSpan().TrimEnd().EndsWith($"{root}>"))));

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        context.CheckLength(file.Text!.Text.Length);
        var draft = new ArticleDraft { Text = file.Text.Text };
        draft.Warnings.AddRange(file.Text.Warnings);
        yield return draft;
    }
}
