using System.Buffers;
using System.IO.Hashing;
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
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var content = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(content, ApiJson.Writer)) JsonSerializer.Serialize(writer, value, type);
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash64.Hash(content.WrittenSpan))}\"", isWeak: true);
        response.GetTypedHeaders().ETag = etag;
        response.Headers.CacheControl = "private, no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(etag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var body = ResponseBody.Open(context.HttpContext);
        await body.Stream.WriteAsync(content.WrittenMemory, context.HttpContext.RequestAborted);
    }
}
