namespace NewsIngest.Storage;

/// <summary>Second stage: from a parsed article to claims that can be queried.</summary>
public sealed class ArticleExtractor
{
    /// <summary>Analyses one article and makes it queryable. Messages about a revision that was replaced meanwhile are skipped.</summary>
    public Task ExtractAsync(ArticleMessage message, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
