using System.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing.Languages;

namespace NewsIngest.Parsing;

/// <summary>A text that comes without a file: its caller has already taken it out of whatever it stood in.</summary>
public static class GivenText
{
    private const string Container = "text";

    /// <summary>The text as an article: read like a plain text file, but neither decoded nor cut, and English where its language cannot be told.</summary>
    /// <param name="id">Becomes the article's id as it is.</param>
    /// <param name="text">Any text; offsets into it stay valid.</param>
    /// <param name="title">The title, when the text does not begin with it.</param>
    /// <param name="publishedAt">When it was published, as metadata write it; null looks for a date in the text.</param>
    /// <exception cref="ParseException">The date cannot be read.</exception>
    public static Article ToArticle(string id, string text, string? title = null, string? publishedAt = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        var draft = new ArticleDraft { Text = text };
        draft.SetTitle(title, "given");
        if (publishedAt is not null)
        {
            draft.SetPublishedAt(publishedAt, "given");
            if (draft.PublishedAt.Basis == DateBasis.Unknown) throw new ParseException(id, $"the date “{publishedAt}” cannot be read");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var article = ArticleFinisher.Finish(draft, new SourceFile(Container, id, bytes), new FileContent(id, bytes, null));
        return article with { Id = id, Language = article.Language == LanguageDetector.Undetermined ? "en" : article.Language };
    }
}
