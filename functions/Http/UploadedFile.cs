using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NewsIngest.Functions.Http;

/// <summary>A file inside a request.</summary>
internal sealed record UploadedFile(string Name, string? ContentType, Stream Content)
{
    /// <summary>The files of a form, or the body when it is no form; none when a body comes without a name.</summary>
    public static async IAsyncEnumerable<UploadedFile> ReadAsync(HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            var name = request.Query["name"].ToString();
            if (name.Length > 0) yield return new UploadedFile(name, request.ContentType, request.Body);
            yield break;
        }

        var form = await request.ReadFormAsync(cancellationToken);
        foreach (var file in form.Files) yield return new UploadedFile(file.FileName, file.ContentType, file.OpenReadStream());
    }
}
