using System.Buffers;
using System.IO.Hashing;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace NewsIngest.Functions.Http;

/// <summary>
/// One thing with an ETag, or 304 when the caller has it. The tag is a hash of what is sent; it is weak because the same thing may be sent compressed or not.
/// </summary>
internal sealed class TaggedAnswer<T>(HttpRequest request, T value, JsonTypeInfo<T> type) : IActionResult
{
    /// <summary>What is sent is written in pieces that are used again: an array of all of it would be collected only with all of the memory.</summary>
    private const int PieceBytes = 32 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var written = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: PieceBytes));
        try
        {
            await using (var writer = new Utf8JsonWriter(written.Writer, ApiJson.Writer)) JsonSerializer.Serialize(writer, value, type);
            await written.Writer.CompleteAsync();
            written.Reader.TryRead(out var content);
            await SendAsync(context.HttpContext, content.Buffer);
        }
        finally
        {
            await written.Reader.CompleteAsync();
        }
    }

    private async Task SendAsync(HttpContext context, ReadOnlySequence<byte> content)
    {
        var response = context.Response;
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(Hash(content))}\"", isWeak: true);
        response.GetTypedHeaders().ETag = etag;
        response.Headers.CacheControl = "private, no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(etag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var body = ResponseBody.Open(context);
        foreach (var piece in content) await body.Stream.WriteAsync(piece, context.RequestAborted);
    }

    private static byte[] Hash(ReadOnlySequence<byte> content)
    {
        var hash = new XxHash64();
        foreach (var piece in content) hash.Append(piece.Span);
        return hash.GetCurrentHash();
    }
}
