using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;

namespace NewsIngest.Functions;

/// <summary>The page people look at. It holds no data, so it needs no key: the page asks for one when the API does.</summary>
public sealed class GetUi
{
    private const string Folder = "/ui";

    [Function(nameof(GetUi))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ui/{*path}")] HttpRequest request)
    {
        // The path is read off the request because a catch-all that matched nothing binds to no parameter.
        var path = request.Path.Value ?? "";
        var name = path[(path.IndexOf(Folder, StringComparison.OrdinalIgnoreCase) + Folder.Length)..];
        if (name.Length == 0) return new UiRedirect(request.PathBase + path + "/");
        return UiFiles.Find(name[1..]) is { } file ? new UiAnswer(request, file) : Answers.NotFound("There is no such file.");
    }
}
