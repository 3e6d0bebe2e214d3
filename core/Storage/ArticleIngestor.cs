using NewsIngest.Parsing;

namespace NewsIngest.Storage;

/// <summary>First stage: from a dropped file to parsed articles and the messages that ask for their extraction.</summary>
public sealed class ArticleIngestor
{
    /// <summary>
    /// Reads, parses and records one file of the articles container. Running it again, twice at once, or after a crash at any point gives the same state.
    /// </summary>
    /// <returns>The articles that still wait for extraction; empty when nothing is left to do.</returns>
    /// <exception cref="ParseException">The file cannot be read as an article; this is recorded in the status.</exception>
    public Task<IReadOnlyList<ArticleMessage>> IngestAsync(string blobName, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
