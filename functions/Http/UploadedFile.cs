using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsIngest.Functions.Http;

/// <summary>A file inside a request.</summary>
internal sealed record UploadedFile(string Name, string? ContentType, Stream Content)
{
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>The files of a multipart form, or the body when it is none; nothing when a body comes without a name.</summary>
    public static async IAsyncEnumerable<UploadedFile> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var given) ? given.MediaType.ToString() : null;
        if (!string.Equals(type, Multipart, StringComparison.OrdinalIgnoreCase))
        {
            // curl --data-binary calls every body an URL-encoded form; no browser sends a file as one.
            var contentType = string.Equals(type, UrlEncoded, StringComparison.OrdinalIgnoreCase) ? null : request.ContentType;
            var name = request.Query["name"].ToString();
            if (name.Length > 0) yield return new UploadedFile(name, contentType, request.Body);
            yield break;
        }

        var form = await request.ReadFormAsync(cancellationToken);
        foreach (var file in form.Files) yield return new UploadedFile(file.FileName, file.ContentType, file.OpenReadStream());
    }
}
