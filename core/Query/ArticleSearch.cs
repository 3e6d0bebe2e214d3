using System.Globalization;
using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Query;

/// <summary>Lists articles and reads one.</summary>
internal sealed class ArticleSearch(IndexReader index, ManifestStore manifest, ArticleBlobs blobs)
{
    /// <summary>The most calls of one list.</summary>
    private const int MaxReads = 3;

    public async Task<Page<ArticleLine>> FindAsync(ArticleListQuery query, CancellationToken cancellationToken)
    {
        var words = query.Words is null ? null : SearchWords.Parse(query.Words);
        var publisher = query.Publisher is null ? null : NameFolding.Fold(query.Publisher);
        var filtered = words is not null || publisher is not null || query.Language is not null;
        var prefix = words is null ? IndexKey.Prefix(IndexKey.Articles, "") : IndexKey.Prefix(IndexKey.Term, words.Key ?? "");
        var fingerprint = string.Create(CultureInfo.InvariantCulture, $"articles\n{query.From:O}\n{query.Before:O}\n{query.Words}\n{query.Publisher}\n{query.Language}");
        var cursor = Cursor.Decode(query.Cursor, fingerprint);
        var (lower, upper) = IndexKey.Range(prefix, query.From, query.Before);
        var at = cursor is null ? lower : cursor.RowIn(lower, upper) + "-";
        var items = new List<ArticleLine>();
        var copies = new CopyGroups();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        for (var reads = 0; reads < MaxReads; reads++)
        {
            var segment = await index.ReadAsync(prefix, at, upper, filtered ? IndexReader.MaxRows : query.Limit + 1, cancellationToken);
            foreach (var row in segment.Rows)
            {
                // Rows of a word are numbered on when the claims of an article fill more than one.
                var passes = words is null || (row.Key.EndsWith("~0000", StringComparison.Ordinal) && words.In(NameFolding.Fold(row.Document.Article.Title ?? "")));
                if (passes && Passes(row.Document.Article) && seen.Add(row.ArticleId))
                {
                    if (items.Count == query.Limit) return Result(more: true);
                    items.Add(row.Document.Article);
                    copies.Add(row.Document);
                }

                last = row.Key;
            }

            if (!segment.More) return Result(more: false);
            at = last + "-";
        }

        return Result(more: true);

        Page<ArticleLine> Result(bool more) => new([.. items.Select(copies.Marked)], more ? new Cursor(last, "", 0).Encode(fingerprint) : null, copies.Count());

        bool Passes(ArticleLine article) =>
            (publisher is null || NameFolding.Fold(article.Publisher ?? "") == publisher)
            && (query.Language is null || string.Equals(article.Language, query.Language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Null when there is no such article or it was deleted.</summary>
    public async Task<ArticleDetail?> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (!ManifestKey.IsId(id)) return null;
        var reading = (Row: manifest.ArticleAsync(id, cancellationToken), Article: blobs.Parsed.ReadAsync(id, cancellationToken), Analysis: blobs.Analyses.ReadAsync(id, cancellationToken));
        var row = await reading.Row;
        var article = await reading.Article;
        var analysis = await reading.Analysis;
        if (row is null || row.State == ItemState.Deleted || article is null) return null;
        // Spans of one revision mean nothing in the text of another.
        if (analysis?.Revision != article.Revision) analysis = null;
        var copyOf = await CopyOfAsync(article, cancellationToken);
        return new ArticleDetail(article, analysis, row.State, copyOf, $"\"{article.Revision}.{analysis?.ExtractorVersion ?? "0"}.{row.State}.{copyOf?.Id ?? "0"}\"");
    }

    /// <summary>Looks through the whole index for the article that this one is a copy of.</summary>
    private async Task<CopyOf?> CopyOfAsync(Article article, CancellationToken cancellationToken)
    {
        var rows = await index.ReadAnyAsync([.. CopyKeys.Of(article).Select(key => IndexKey.Prefix(IndexKey.Copies, key))], cancellationToken);
        var line = new ArticleLine { Id = article.Id, Blob = article.Source.Blob, PublishedAt = article.PublishedAt };
        return CopyGroups.Original(line, CopyKeys.Signature(article), rows.Select(row => (row.Document.Article, row.Document.Signature)));
    }
}
