using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsIngest.Functions.Http;

/// <summary>
/// Where an answer is written. It is compressed here and not by the host: a function app has no middleware, and neither the Functions host
/// nor its front end compresses what functions answer.
/// </summary>
internal sealed class ResponseBody : IAsyncDisposable
{
    private const string Gzip = "gzip";

    private ResponseBody(Stream stream)
    {
        Stream = stream;
        Writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public Stream Stream { get; }

    /// <summary>The same for what is written in small pieces: nothing is sent before it is flushed.</summary>
    public PipeWriter Writer { get; }

    public static bool Compresses(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == Gzip && encoding.Quality is null or > 0);

    /// <summary>Sets the headers that go with it; nothing may have been sent yet.</summary>
    public static ResponseBody Open(HttpContext context)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (HttpMethods.IsHead(context.Request.Method)) return new ResponseBody(Stream.Null);
        if (!Compresses(context.Request)) return new ResponseBody(response.Body);
        response.Headers.ContentEncoding = Gzip;
        return new ResponseBody(new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true));
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.CompleteAsync();
        if (Stream is GZipStream) await Stream.DisposeAsync();
    }
}
