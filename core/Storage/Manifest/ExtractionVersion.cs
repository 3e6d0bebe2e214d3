using NewsIngest.Analysis;

namespace NewsIngest.Storage.Manifest;

/// <summary>What the rows of an extraction depend on besides the content: the version of the extractor and of the form of the rows.</summary>
internal sealed record ExtractionVersion(string Text)
{
    public static ExtractionVersion Current { get; } = new($"{ArticleAnalyzer.Version}.{ManifestStore.Schema}");
}
