using Azure.Data.Tables;
using NewsIngest.Analysis;
using NewsIngest.Bench.Generation;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Bench.Queries;

/// <summary>The rows that the product would write for generated articles, made by its own parser, analysis and index.</summary>
internal sealed class GeneratedRows(ArticleParser parser, ArticleAnalyzer analyzer, ExtractionVersion version, TimeProvider time)
{
    private const int Seed = 17;
    private const int Paragraphs = 18;

    /// <summary>The generator makes every tenth file one of Markdown, with title and date, from this on.</summary>
    private const int FirstMarkdown = 6;

    private long claims;

    private readonly NewsGenerator news = new(Seed, Paragraphs);

    /// <summary>All rows of so many files of one article, each with its table.</summary>
    public IEnumerable<(string Table, TableEntity Row)> Of(int articles) =>
        Enumerable.Range(0, articles).AsParallel().AsOrdered().Select(number => Rows(news.File((number * 10) + FirstMarkdown)).ToList()).AsSequential().SelectMany(rows => rows);

    /// <summary>Claims of the articles so far.</summary>
    public long Claims => Interlocked.Read(ref claims);

    private IEnumerable<(string Table, TableEntity Row)> Rows(GeneratedFile file)
    {
        var article = parser.Parse(new SourceFile(StorageNames.ArticlesContainer, file.Name, file.Content)).Single();
        var analysis = analyzer.Analyze(article);
        Interlocked.Add(ref claims, analysis.Claims.Count);
        var generation = $"{article.Revision}.{version.Text}";
        var now = time.GetUtcNow();
        var rows = IndexRows.Of(article, analysis, generation).ToLookup(row => row.Partition, StringComparer.Ordinal);
        foreach (var partition in IndexKey.AllPartitions)
        {
            foreach (var row in rows[partition]) yield return (StorageNames.IndexTable, row.ToEntity());
            var contents = new PartitionContents { Generation = generation, Rows = [.. rows[partition].Select(row => row.Key)] };
            yield return (StorageNames.IndexTable, contents.ToEntity(partition, article.Id));
        }

        var articleRow = new ArticleRow
        {
            Id = article.Id,
            Blob = file.Name,
            SourceETag = "\"0\"",
            Revision = article.Revision,
            ContentHash = article.ContentHash,
            State = ItemState.Done,
            Time = now,
            Generation = generation,
            Version = version.Text,
        };
        yield return (StorageNames.ArticlesTable, articleRow.ToEntity());
        var fileRow = new FileRow
        {
            Id = article.Id,
            Blob = file.Name,
            SourceETag = "\"0\"",
            ContentHash = article.ContentHash,
            State = ItemState.Done,
            Time = now,
            Version = version.Text,
            Articles = [article.Id],
        };
        yield return (StorageNames.ArticlesTable, fileRow.ToEntity());
    }
}
