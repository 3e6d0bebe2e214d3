using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace NewsIngest.Functions.Http;

/// <summary>What the functions read off a request.</summary>
internal static class RequestExtensions
{
    private const string CursorParameter = "cursor";
    private const string KeyParameter = "code";

    /// <summary>The query parameters, each value by itself, so that one given twice can be refused.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parameters(this HttpRequest request) =>
        request.Query.SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)));

    /// <summary>The address of the same list after <paramref name="cursor"/>. The caller's key is left out: addresses end up in logs.</summary>
    public static string NextPage(this HttpRequest request, string cursor)
    {
        var query = new QueryBuilder(request.Query
            .Where(parameter => parameter.Key is not (CursorParameter or KeyParameter))
            .SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? ""))))
        {
            { CursorParameter, cursor },
        };
        return request.Path + query.ToQueryString();
    }
}
