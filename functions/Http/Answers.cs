using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsIngest.Functions.Http.Formats;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http;

/// <summary>Every answer the functions give.</summary>
internal static partial class Answers
{
    public static IActionResult Ok<T>(T value, JsonTypeInfo<T> type) => new JsonAnswer<T>(StatusCodes.Status200OK, value, type);

    public static IActionResult WithStatus<T>(int status, T value, JsonTypeInfo<T> type) => new JsonAnswer<T>(status, value, type);

    /// <summary>The value, or 304 when the caller already has it.</summary>
    /// <param name="request">Tells what the caller has.</param>
    /// <param name="value">What is sent.</param>
    /// <param name="type">How it is written.</param>
    public static IActionResult OkTagged<T>(HttpRequest request, T value, JsonTypeInfo<T> type) => new TaggedAnswer<T>(request, value, type);

    /// <summary>A page of a list in the format asked for, or what is wrong with the query.</summary>
    public static Task<IActionResult> ListAsync<TQuery, TItem>(
        HttpRequest request,
        Parsed<TQuery> parsed,
        Func<TQuery, CancellationToken, Task<Page<TItem>>> read,
        ListKind<TItem> kind,
        CancellationToken cancellationToken)
        where TQuery : class => GuardAsync(request, async () =>
    {
        var (format, refusal) = ListFormat.Of(request);
        if (format is null) return refusal!;
        if (parsed.Query is null) return BadRequest(parsed.Problems);
        return new ListAnswer<TItem>(request, format, kind, await read(parsed.Query, cancellationToken));
    });

    /// <summary>
    /// Runs a function to its answer. What it throws becomes a problem that says no more than the caller may know; the rest is in the log.
    /// </summary>
    public static async Task<IActionResult> GuardAsync(HttpRequest request, Func<Task<IActionResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (CursorException exception)
        {
            return BadRequest("cursor", exception.Message);
        }
        catch (BadHttpRequestException exception)
        {
            return ProblemWith("The request cannot be read", exception.StatusCode, exception.Message, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var logger = request.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Answers));
            LogFailure(logger, exception, request.Method, request.Path.Value ?? "");
            return exception is Azure.RequestFailedException or AggregateException
                ? ProblemWith("The storage does not answer", StatusCodes.Status503ServiceUnavailable, "Try again in a moment.", null)
                : ProblemWith("Something went wrong", StatusCodes.Status500InternalServerError, "The request failed; the log of the app says why.", null);
        }
    }

    public static IActionResult Accepted<T>(T value, JsonTypeInfo<T> type, string? location) =>
        new JsonAnswer<T>(StatusCodes.Status202Accepted, value, type) { Location = location };

    public static IActionResult NoContent() => new EmptyAnswer();

    public static IActionResult NotFound(string detail) => ProblemWith("Not found", StatusCodes.Status404NotFound, detail, null);

    public static IActionResult NotAcceptable(string detail) => ProblemWith("Not acceptable", StatusCodes.Status406NotAcceptable, detail, null);

    public static IActionResult MethodNotAllowed(string allow) =>
        ProblemWith("Method not allowed", StatusCodes.Status405MethodNotAllowed, $"Accepted here are {allow}.", null, allow);

    public static IActionResult BadRequest(string parameter, string message) => BadRequest([new QueryProblem(parameter, message)]);

    public static IActionResult BadRequest(IReadOnlyList<QueryProblem> problems) => ProblemWith(
        "The request was not understood",
        StatusCodes.Status400BadRequest,
        string.Join("; ", problems.Select(problem => $"{problem.Parameter}: {problem.Message}")),
        problems);

    private static JsonAnswer<Problem> ProblemWith(string title, int status, string detail, IReadOnlyList<QueryProblem>? errors, string? allow = null) =>
        new(status, new Problem(title, status, detail, errors), ApiJson.Default.Problem) { ContentType = "application/problem+json; charset=utf-8", Allow = allow };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string method, string path);
}
