using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using NewsIngest.Parsing.Html;

namespace NewsIngest.Parsing.Formats;

/// <summary>Markdown (CommonMark with tables, by Markdig), with the metadata of a YAML front matter.</summary>
internal sealed partial class MarkdownFormat : IArticleFormat
{
    /// <summary>Of each that does not end Markdig reads all that follows.</summary>
    private const int MostLinks = 5000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public string Name => "Markdown (.md)";

    public bool MayHang => true;

    public bool Recognizes(FileContent file)
    {
        if (file.Text is null || file.Extension == ".txt") return false;
        return file.Extension is ".md" or ".markdown" or ".mdown" || FrontMatter().IsMatch(file.Head) || (file.Head.StartsWith("# ") && Marks().IsMatch(file.Head));
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var draft = new ArticleDraft();
        draft.Warnings.AddRange(file.Text!.Warnings);
        if (file.Text.Text.Length > context.Options.MaxMarkdownLength)
            throw context.Refuse(string.Create(CultureInfo.InvariantCulture, $"it has more than the {context.Options.MaxMarkdownLength:N0} characters allowed in Markdown"));
        if (file.Text.Text.AsSpan().Count("](") > MostLinks) throw context.Refuse($"it has more than the {MostLinks} links allowed in Markdown");
        var text = file.Text.Text.TrimStart();
        var front = FrontMatter().Match(text);
        if (front.Success)
        {
            ReadFrontMatter(front.Groups["yaml"].Value, draft);
            text = text[front.Length..];
        }

        var heading = FirstHeading().Match(text);
        if (heading.Success) draft.SetTitle(HtmlFragment.Line(Markdown.ToHtml(heading.Groups["title"].Value, Pipeline), context), "first heading");
        var composer = new ArticleComposer(context);
        composer.Title(draft.Title);
        HtmlFragment.Write(ToHtml(text, context), composer, draft.Title, context);
        composer.ApplyTo(draft);
        yield return draft;
    }

    private static string ToHtml(string text, ParseContext context)
    {
        try
        {
            return Markdown.ToHtml(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            throw context.Refuse("its Markdown is nested too deep", e);
        }
    }

    private static void ReadFrontMatter(string yaml, ArticleDraft draft)
    {
        string? key = null;
        var lists = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in yaml.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) && key is not null)
            {
                lists[key].Add(Unquote(line[2..]));
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) continue;
            key = line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            lists[key] = value.StartsWith('[') ? [.. value.Trim('[', ']').Split(',').Select(Unquote)] : value.Length == 0 ? [] : [Unquote(value)];
        }

        string? One(string name) => lists.GetValueOrDefault(name)?.FirstOrDefault();
        draft.SetTitle(One("title"), "front matter title");
        draft.SetAuthors(lists.GetValueOrDefault("author") ?? lists.GetValueOrDefault("authors") ?? [], "front matter author");
        draft.SetPublishedAt(One("date") ?? One("published"), "front matter date");
        draft.SetPublisher(One("publisher") ?? One("source"), "front matter publisher");
        draft.SetLanguage(One("lang") ?? One("language"), "front matter lang");
        draft.SetUrl(One("url") ?? One("canonical"), "front matter url");
        draft.SetSection(One("section") ?? One("category"), "front matter section");
        draft.SetKeywords(lists.GetValueOrDefault("tags") ?? lists.GetValueOrDefault("keywords") ?? [], "front matter tags");
    }

    private static string Unquote(string value) => value.Trim().Trim('"', '\'');

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>(?:[ \t]*[\w-]+:.*\r?\n|[ \t]*- .*\r?\n|[ \t]*\r?\n)+?)---[ \t]*(?:\r?\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\A\s*(?:# +(?<title>[^\r\n]+?)[ #]*$|(?<title>[^\r\n]+)\r?\n=+[ \t]*$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"^#{2,6} |\]\(https?://|^\* |^- |^> |\*\*\w", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Marks();
}
