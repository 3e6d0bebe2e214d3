using NewsIngest.Claims;
using NewsIngest.Query;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Who said what, for people.</summary>
internal static class ClaimTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ArticleDetail> articles)
    {
        var table = new Table { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii, Expand = true };
        table.AddColumns(new TableColumn("Speaker"), new TableColumn("Cue"), new TableColumn("Form"), new TableColumn("Modality"), new TableColumn("Claim"), new TableColumn("Article"));
        foreach (var article in articles)
        {
            foreach (var claim in article.Analysis?.Claims ?? []) table.AddRow(Cells(article, claim).Select(cell => new Text(cell)).ToArray());
        }

        console.Write(table);
        console.WriteLine($"{table.Rows.Count} claims in {articles.Count} articles");
    }

    private static IEnumerable<string> Cells(ArticleDetail article, Claim claim)
    {
        yield return claim.Speaker?.Name ?? "–";
        yield return claim.Cue is { } cue ? article.Article.Text[cue.Start..cue.End] : "–";
        yield return Lower(claim.Form);
        yield return (claim.Negated ? "not " : "") + Lower(claim.Modality);
        yield return claim.Text.ReplaceLineEndings(" ");
        yield return article.Article.Title ?? article.Article.Source.Blob;
    }

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
