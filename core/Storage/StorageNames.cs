namespace NewsIngest.Storage;

/// <summary>Every container, queue and table the product uses; the bindings of the functions name nothing else.</summary>
public static class StorageNames
{
    /// <summary>The setting that holds the connection: a connection string, or the prefix of the identity form.</summary>
    public const string Connection = "AzureWebJobsStorage";

    /// <summary>Where files are dropped.</summary>
    public const string ArticlesContainer = "articles";

    /// <summary>The parsed articles, one JSON blob each.</summary>
    public const string ParsedContainer = "parsed";

    /// <summary>What was extracted from each article, one JSON blob each.</summary>
    public const string AnalysisContainer = "analysis";

    /// <summary>Articles that are parsed and wait for extraction.</summary>
    public const string ParsedQueue = "articles-parsed";

    /// <summary>Messages of <see cref="ParsedQueue"/> that failed too often.</summary>
    public const string ParsedPoisonQueue = "articles-parsed-poison";

    /// <summary>Events of files that were deleted from <see cref="ArticlesContainer"/>, as Event Grid writes them.</summary>
    public const string DeletedQueue = "articles-deleted";

    /// <summary>Messages of <see cref="DeletedQueue"/> that failed too often.</summary>
    public const string DeletedPoisonQueue = "articles-deleted-poison";

    /// <summary>Where the Functions host puts events of files that failed too often.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>All queues of what was given up.</summary>
    public static IReadOnlyList<string> PoisonQueues { get; } = [ParsedPoisonQueue, DeletedPoisonQueue, BlobPoisonQueue];

    /// <summary>The manifest: one row per file and one per article.</summary>
    public const string ArticlesTable = "Articles";

    /// <summary>The rows that queries read.</summary>
    public const string IndexTable = "Index";

    /// <summary>Path of the blob trigger.</summary>
    public const string ArticlesBlobPath = ArticlesContainer + "/{name}";
}
