namespace NewsIngest.Query;

/// <summary>Answers questions about what was ingested. Every answer is a bounded number of storage calls, however much is stored.</summary>
public sealed class QueryService
{
    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<ClaimLine>> ClaimsAsync(ClaimQuery query, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<EntitySummary>> EntitiesAsync(EntityQuery query, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Null when no article names such an entity.</summary>
    public Task<EntityDetail?> EntityAsync(string id, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<ArticleLine>> ArticlesAsync(ArticleListQuery query, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Null when there is no such article or it was deleted.</summary>
    public Task<ArticleDetail?> ArticleAsync(string id, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
