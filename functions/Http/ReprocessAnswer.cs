namespace NewsIngest.Functions.Http;

/// <summary>Where to see what comes of it.</summary>
internal sealed record ReprocessAnswer(string ArticleId, string Location);
