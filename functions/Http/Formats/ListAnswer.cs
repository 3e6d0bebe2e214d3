using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.Formats;

/// <summary>A page of a list in the format that was asked for; in all of them the header <c>Link</c> has the address of the next page.</summary>
internal sealed class ListAnswer<T>(HttpRequest request, ListFormat format, ListKind<T> kind, Page<T> page) : IActionResult
{
    private static ReadOnlySpan<byte> LineEnd => "\n"u8;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var next = page.Next is null ? null : request.NextPage(page.Next);
        var response = context.HttpContext.Response;
        response.ContentType = format.MediaType + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (next is not null) response.Headers.Link = $"<{next}>; rel=\"next\"";
        await using var body = ResponseBody.Open(context.HttpContext);
        await WriteAsync(body, next, context.HttpContext.RequestAborted);
    }

    private Task WriteAsync(ResponseBody body, string? next, CancellationToken cancellationToken) => format.Name switch
    {
        "ndjson" => WriteLinesAsync(body, cancellationToken),
        "csv" => Csv.WriteAsync(body.Stream, kind.Columns, page.Items, cancellationToken),
        "jsonld" => WriteLinkedAsync(body, cancellationToken),
        _ => WriteListingAsync(body, next, cancellationToken),
    };

    private async Task WriteListingAsync(ResponseBody body, string? next, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(body.Writer, ApiJson.Writer);
        JsonSerializer.Serialize(json, new Listing<T>(page.Items, page.Next, next, page.IndependentSources), kind.Listing);
        await body.Writer.FlushAsync(cancellationToken);
    }

    /// <summary>Each line is sent when it is written: a reader may begin with the first.</summary>
    private async Task WriteLinesAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(body.Writer, ApiJson.Writer);
        foreach (var item in page.Items)
        {
            JsonSerializer.Serialize(json, item, kind.Item);
            json.Reset();
            body.Writer.Write(LineEnd);
            await body.Writer.FlushAsync(cancellationToken);
        }
    }

    private async Task WriteLinkedAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(body.Writer, ApiJson.Writer);
        json.WriteStartObject();
        json.WriteString("@context", LinkedData.Context);
        json.WriteStartArray("@graph");
        foreach (var item in page.Items)
        {
            kind.WriteLinked(json, item);
            await FlushAsync();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await FlushAsync();

        async Task FlushAsync()
        {
            await json.FlushAsync(cancellationToken);
            await body.Writer.FlushAsync(cancellationToken);
        }
    }
}
