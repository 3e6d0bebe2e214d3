using NewsIngest.Articles;
using NewsIngest.Serialization;
using NewsIngest.Storage.Blobs;

namespace NewsIngest.Storage;

/// <summary>The parsed articles and the analyses, as blobs.</summary>
internal sealed class ArticleBlobs(StorageClients clients)
{
    public JsonBlobs<Article> Parsed { get; } =
        new(clients.Container(StorageNames.ParsedContainer), NewsIngestJson.Stored.Article);

    public JsonBlobs<StoredAnalysis> Analyses { get; } =
        new(clients.Container(StorageNames.AnalysisContainer), IndexJson.Stored.StoredAnalysis);
}
