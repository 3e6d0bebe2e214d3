using Microsoft.Azure.Functions.Worker;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>An article was parsed: extract its entities and claims and make them queryable.</summary>
public sealed class ExtractClaims(ArticleExtractor extractor)
{
    [Function(nameof(ExtractClaims))]
    public Task Run([QueueTrigger(StorageNames.ParsedQueue)] ArticleMessage message, CancellationToken cancellationToken) =>
        extractor.ExtractAsync(message, cancellationToken);
}
