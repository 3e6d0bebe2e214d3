using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>A file was dropped: parse it and ask for the extraction of its articles.</summary>
public sealed class ParseArticle(ArticleIngestor ingestor)
{
    [Function(nameof(ParseArticle))]
    [QueueOutput(StorageNames.ParsedQueue)]
    public async Task<ArticleMessage[]> Run(
        [BlobTrigger(StorageNames.ArticlesBlobPath, Source = BlobEvents.Source)] BlobClient blob,
        CancellationToken cancellationToken) =>
        [.. await ingestor.IngestAsync(blob.Name, cancellationToken)];
}
