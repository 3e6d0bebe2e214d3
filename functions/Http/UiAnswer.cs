using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace NewsIngest.Functions.Http;

/// <summary>Writes a file of the page, or 304 when the caller has it.</summary>
internal sealed class UiAnswer(HttpRequest request, UiFile file) : IActionResult
{
    /// <summary>
    /// Scripts, styles and requests of this origin only; no inline script or style, no markup made from strings
    /// (<see href="https://www.w3.org/TR/CSP3/">CSP 3</see>, <see href="https://www.w3.org/TR/trusted-types/">Trusted Types</see>).
    /// </summary>
    internal const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var compress = ResponseBody.Compresses(request);
        var etag = new EntityTagHeaderValue(compress ? $"\"{file.Hash}-gz\"" : $"\"{file.Hash}\"");
        SetHeaders(response);
        response.GetTypedHeaders().ETag = etag;
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(etag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var content = compress ? file.Compressed : file.Content;
        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (compress) response.Headers.ContentEncoding = "gzip";
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(content, context.HttpContext.RequestAborted);
    }

    /// <summary>Asked again each time, answered 304: scripts of two versions never meet.</summary>
    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.XFrameOptions = "DENY";
    }
}

/// <summary>Leads to another address of this host.</summary>
internal sealed class UiRedirect(string location) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        context.HttpContext.Response.Redirect(location, permanent: true);
        return Task.CompletedTask;
    }
}
