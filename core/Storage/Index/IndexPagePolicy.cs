using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using NewsIngest.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>
/// Reads the answer to a query of the index as it comes in, and leaves the SDK one without rows: it would keep all of the answer in one piece, and make of each row two dictionaries,
/// and of each binary column a string first, which was nearly half of the memory that a query of a thousand rows took. Its calls, retries and continuation stay as they are.
/// </summary>
internal sealed class IndexPagePolicy : HttpPipelinePolicy
{
    private const string PageProperty = "NewsIngest.IndexPage";
    private static readonly byte[] NoRows = [.. """{"value":[]}"""u8];

    /// <summary>Until it is disposed of, answers to the calls of this flow of control go to <paramref name="keep"/>.</summary>
    public static IDisposable Keep(Action<IndexPage> keep) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?>(StringComparer.Ordinal) { [PageProperty] = keep });

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!message.TryGetProperty(PageProperty, out var value) || value is not Action<IndexPage> keep)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        message.BufferResponse = false;
        await ProcessNextAsync(message, pipeline);
        if (message.Response is not { Status: 200, ContentStream: { } content } response) return;
        await using (content) keep(await JsonSerializer.DeserializeAsync(content, IndexJson.Stored.IndexPage, message.CancellationToken) ?? new IndexPage());
        response.ContentStream = new MemoryStream(NoRows, writable: false);
    }
}
