using System.Globalization;
using NewsIngest.Analysis;
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

    /// <summary>Rows of the first read for each article asked for, where not every row passes.</summary>
    private const int RowsPerArticle = 2;

    /// <summary>The most articles with one mark that are compared, the newest of them.</summary>
    private const int MaxCandidates = 500;

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
        var rows = 0;
        var max = !filtered ? query.Limit + 1 : cursor is not null ? IndexReader.FirstRows(cursor.RowsPerItem, query.Limit) : (query.Limit * RowsPerArticle) + 1;
        for (var reads = 1; reads <= MaxReads; reads++)
        {
            var segment = await index.ReadAsync(prefix, at, upper, max, cancellationToken);
            foreach (var row in segment.Rows)
            {
                // Rows of a word are numbered on when the claims of an article fill more than one.
                var passes = words is null || (row.MayBeOfTitle && row.Key.EndsWith("~0000", StringComparison.Ordinal) && words.In(NameFolding.Fold(row.Document.Article.Title ?? "")));
                if (passes && Passes(row.Document.Article) && seen.Add(row.ArticleId))
                {
                    if (items.Count == query.Limit) return Result(more: true);
                    items.Add(row.Document.Article);
                    copies.Add(row.Document);
                }

                last = row.Key;
                rows++;
            }

            if (!segment.More) return Result(more: false);
            max = IndexReader.NextRows(rows, items.Count, query.Limit, reads == MaxReads - 1);
            at = last + "-";
        }

        return Result(more: true);

        Page<ArticleLine> Result(bool more) => new([.. items.Select(copies.Marked)], more ? new Cursor(last, "", 0) { RowsPerItem = IndexReader.RowsPerItem(rows, items.Count) }.Encode(fingerprint) : null, copies.Count());

        bool Passes(ArticleLine article) =>
            (publisher is null || NameFolding.Fold(article.Publisher ?? "") == publisher)
            && (query.Language is null || string.Equals(article.Language, query.Language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// An article as it was last extracted: text and analysis lie in one blob, so that they always fit. Until there is one, its text with the state that the manifest has.
    /// Null when there is no such article or it was deleted.
    /// </summary>
    public async Task<ArticleDetail?> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (!ManifestKey.IsId(id)) return null;
        var stored = await blobs.Analyses.ReadAsync(id, cancellationToken);
        if (stored?.Article is { } article) return await ExtractedAsync(stored, article, cancellationToken);
        if (await manifest.ArticleAsync(id, cancellationToken) is not { State: not ItemState.Deleted } row) return null;
        // The extraction may have ended since the first look: it stores the analysis before its state.
        if (stored is null && ItemState.IsFinished(row.State)) stored = await blobs.Analyses.ReadAsync(id, cancellationToken);
        if (stored?.Article is { } late) return await ExtractedAsync(stored, late, cancellationToken);
        return await blobs.Parsed.ReadAsync(id, cancellationToken) is { } parsed ? WithoutCopies(parsed, row.State, stored?.ToAnalysis()) : null;
    }

    private async Task<ArticleDetail> ExtractedAsync(StoredAnalysis stored, Article article, CancellationToken cancellationToken)
    {
        var (original, copies) = CopyGroups.Of(LineOf(article), CopyKeys.Signature(article), await CandidatesAsync(article, cancellationToken));
        return new ArticleDetail(article, stored.ToAnalysis(), stored.NotExtracted is null ? ItemState.Done : ItemState.NotExtracted, original, copies);
    }

    /// <summary>An article whose extraction is under way or failed, or that was last extracted by a version which kept text and analysis apart.</summary>
    private static ArticleDetail WithoutCopies(Article article, string state, ArticleAnalysis? analysis)
    {
        // Spans of one revision mean nothing in the text of another, and the state of one is not that of the other.
        var fitting = analysis?.Revision == article.Revision ? analysis : null;
        return new ArticleDetail(article, fitting, fitting is null && ItemState.IsFinished(state) ? ItemState.Pending : state, null, []);
    }

    /// <summary>Articles that may be copies, found by what two ranges of the index have.</summary>
    private async Task<IEnumerable<StoredRow>> CandidatesAsync(Article article, CancellationToken cancellationToken)
    {
        var segments = await Task.WhenAll(CopyKeys.Asked(article).Select(async key =>
        {
            var prefix = IndexKey.Prefix(IndexKey.Copies, key);
            var (lower, upper) = IndexKey.Range(prefix, null, null);
            return await index.ReadAsync(prefix, lower, upper, MaxCandidates, cancellationToken);
        }));
        return segments.SelectMany(segment => segment.Rows).DistinctBy(row => row.ArticleId, StringComparer.Ordinal);
    }

    private static ArticleLine LineOf(Article article) => new() { Id = article.Id, Blob = article.Source.Blob, PublishedAt = article.PublishedAt };
}
