using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http;

/// <summary>Every answer the functions give.</summary>
internal static class Answers
{
    public static IActionResult Ok<T>(T value, JsonTypeInfo<T> type) => new JsonAnswer<T>(StatusCodes.Status200OK, value, type);

    /// <summary>The value, or 304 when the caller already has it.</summary>
    public static IActionResult OkTagged<T>(HttpRequest request, string etag, T value, JsonTypeInfo<T> type)
    {
        var quoted = etag.EndsWith('"') ? etag : $"\"{etag}\"";
        return request.Headers.IfNoneMatch.SelectMany(header => (header ?? "").Split(',')).Any(tag => tag.Trim() is var given && (given == quoted || given == "*"))
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new JsonAnswer<T>(StatusCodes.Status200OK, value, type) { ETag = quoted };
    }

    /// <summary>A page of a list, or what is wrong with the query.</summary>
    public static async Task<IActionResult> ListAsync<TQuery, TItem>(
        HttpRequest request,
        Parsed<TQuery> parsed,
        Func<TQuery, CancellationToken, Task<Page<TItem>>> read,
        JsonTypeInfo<Listing<TItem>> type,
        CancellationToken cancellationToken)
        where TQuery : class
    {
        if (parsed.Query is null) return BadRequest(parsed.Problems);
        try
        {
            var page = await read(parsed.Query, cancellationToken);
            return Ok(new Listing<TItem>(page.Items, page.Next, page.Next is null ? null : request.NextPage(page.Next)), type);
        }
        catch (CursorException exception)
        {
            return BadRequest("cursor", exception.Message);
        }
    }

    public static IActionResult Accepted(IReadOnlyList<UploadAnswer> uploads) =>
        new JsonAnswer<UploadsAnswer>(StatusCodes.Status202Accepted, new UploadsAnswer(uploads), ApiJson.Default.UploadsAnswer) { Location = uploads[0].Location };

    public static IActionResult NoContent() => new StatusCodeResult(StatusCodes.Status204NoContent);

    public static IActionResult NotFound(string detail) => ProblemWith("Not found", StatusCodes.Status404NotFound, detail, null);

    public static IActionResult BadRequest(string parameter, string message) => BadRequest([new QueryProblem(parameter, message)]);

    public static IActionResult BadRequest(IReadOnlyList<QueryProblem> problems) => ProblemWith(
        "The request was not understood",
        StatusCodes.Status400BadRequest,
        string.Join("; ", problems.Select(problem => $"{problem.Parameter}: {problem.Message}")),
        problems);

    private static JsonAnswer<Problem> ProblemWith(string title, int status, string detail, IReadOnlyList<QueryProblem>? errors) =>
        new(status, new Problem(title, status, detail, errors), ApiJson.Default.Problem) { ContentType = "application/problem+json; charset=utf-8" };
}
