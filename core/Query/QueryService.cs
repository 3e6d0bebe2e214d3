using NewsIngest.Articles;
using NewsIngest.Storage;

namespace NewsIngest.Query;

/// <summary>Answers questions about what was ingested. Every answer is a bounded number of storage calls, however much is stored.</summary>
public sealed class QueryService
{
    private readonly ClaimSearch claims;
    private readonly EntitySearch entities;
    private readonly ArticleSearch articles;
    private readonly StatusReader status;

    internal QueryService(ClaimSearch claims, EntitySearch entities, ArticleSearch articles, StatusReader status)
    {
        this.claims = claims;
        this.entities = entities;
        this.articles = articles;
        this.status = status;
    }

    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<ClaimLine>> ClaimsAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return claims.FindAsync(query, cancellationToken);
    }

    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<EntitySummary>> EntitiesAsync(EntityQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return entities.FindAsync(query, cancellationToken);
    }

    /// <summary>Null when no article names such an entity.</summary>
    public Task<EntityDetail?> EntityAsync(string id, CancellationToken cancellationToken = default) => entities.GetAsync(id, cancellationToken);

    /// <exception cref="CursorException">The cursor was not given out for this query.</exception>
    public Task<Page<ArticleLine>> ArticlesAsync(ArticleListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return articles.FindAsync(query, cancellationToken);
    }

    /// <summary>Null when there is no such article or it was deleted.</summary>
    public Task<ArticleDetail?> ArticleAsync(string id, CancellationToken cancellationToken = default) => articles.GetAsync(id, cancellationToken);

    /// <summary>What became of one file; null when it was never seen.</summary>
    public Task<FileStatus?> FileAsync(string blobName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        return status.FileOfIdAsync(ArticleId.From(StorageNames.ArticlesContainer, blobName), cancellationToken);
    }

    /// <summary>What became of the file with the id that its article would have if it held only one; null when there is none.</summary>
    public Task<FileStatus?> FileOfIdAsync(string id, CancellationToken cancellationToken = default) => status.FileOfIdAsync(id, cancellationToken);

    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken = default) => status.ReadAsync(cancellationToken);
}
