using System.Text;
using NewsIngest.Articles;

namespace NewsIngest.Parsing;

/// <summary>
/// Composes the text of an article from the paragraphs that a format finds, one blank line between two, and marks its blocks.
/// What markup does not tell (bylines, datelines, credits, repeats) is told as in plain text.
/// </summary>
internal sealed class ArticleComposer(ParseContext context)
{
    private const string Between = "\n\n";

    private readonly StringBuilder text = new();
    private readonly List<MarkedSpan> paragraphs = [];

    /// <summary>Whether a body paragraph was added.</summary>
    public bool HasBody { get; private set; }

    public void Title(string? value) => Add(value, BlockRole.Title, null);

    public void Byline(string? value) => Add(value, BlockRole.Byline, null);

    public void Dateline(string? value) => Add(value, BlockRole.Dateline, null);

    public void Caption(string? value, string reason) => Add(value, BlockRole.Caption, reason);

    public void Boilerplate(string? value, string reason) => Add(value, BlockRole.Boilerplate, reason);

    /// <summary>A paragraph of the story, or of whatever plain text shows it to be.</summary>
    public void Paragraph(string? value)
    {
        if (Add(value, null, null)) HasBody = true;
    }

    /// <summary>Every line of a plain text as a paragraph.</summary>
    public void PlainText(string value)
    {
        context.CheckLength(value.Length);
        foreach (var span in Blocks.Paragraphs.Find(value)) Paragraph(span.In(value).ToString());
    }

    /// <summary>Gives the composed text with its blocks to the draft; the composer is empty then.</summary>
    public void ApplyTo(ArticleDraft draft)
    {
        draft.Text = text.ToString();
        text.Clear();
        draft.Blocks = TextBlocks.Mark(draft.Text, draft.Title ?? "", paragraphs);
    }

    private bool Add(string? value, BlockRole? role, string? reason)
    {
        context.CheckLength(value?.Length ?? 0);
        var clean = Clean(value);
        if (clean.Length == 0) return false;
        context.CheckLength(text.Length + clean.Length);
        if (text.Length > 0) text.Append(Between);
        paragraphs.Add(new MarkedSpan(new TextSpan(text.Length, text.Length + clean.Length), role, reason));
        text.Append(clean);
        return true;
    }

    /// <summary>Lines without runs of white space; line breaks inside a paragraph stay.</summary>
    private static string Clean(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        if (!value.Contains('\n')) return TextCleaner.Line(value) ?? "";
        return string.Join('\n', value.Split('\n').Select(TextCleaner.Line).Where(line => line is not null));
    }
}
