using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing.Template;

namespace NewsIngest.Local.Hosting;

/// <summary>
/// Maps the HTTP functions to their routes. A request goes to the function with the most specific route that takes its method, as with the
/// real host. The errors of this host itself are problem details (RFC 9457); the real one answers those without a body.
/// </summary>
internal static class HttpRoutes
{
    public static void MapFunctions(this WebApplication app, FunctionSet functions, HostJson hostJson, HostKeys keys)
    {
        var byRoute = functions.Runners
            .Where(runner => runner.Function.Trigger is HttpFunctionTrigger)
            .GroupBy(runner => ((HttpFunctionTrigger)runner.Function.Trigger).Route, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var rest = byRoute.Where(route => TakesAnything(route.Key)).SelectMany(route => route).ToList();
        foreach (var route in byRoute)
        {
            var runners = TakesAnything(route.Key) ? rest : [.. route, .. rest];
            app.Map($"{hostJson.RoutePrefix}/{route.Key}", context => DispatchAsync(context, runners, keys));
        }

        app.MapFallback("{*path}", () => HostProblem.Of(StatusCodes.Status404NotFound));
    }

    private static async Task DispatchAsync(HttpContext context, List<FunctionRunner> runners, HostKeys keys)
    {
        var runner = runners.Find(runner => Takes((HttpFunctionTrigger)runner.Function.Trigger, context.Request.Method));
        if (runner is null)
        {
            await HostProblem.Of(StatusCodes.Status404NotFound).ExecuteAsync(context);
            return;
        }

        if (!keys.Allows(context.Request, ((HttpFunctionTrigger)runner.Function.Trigger).Level))
        {
            await HostProblem.Of(StatusCodes.Status401Unauthorized).ExecuteAsync(context);
            return;
        }

        try
        {
            await AnswerAsync(context, await runner.AnswerAsync(context));
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // The invoker has logged it.
            context.Response.Clear();
            await HostProblem.Of(exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError).ExecuteAsync(context);
        }
    }

    private static Task AnswerAsync(HttpContext context, object? answer) => answer switch
    {
        IActionResult result => result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())),
        IResult result => result.ExecuteAsync(context),
        _ => Task.CompletedTask,
    };

    private static bool TakesAnything(string route) => TemplateParser.Parse(route).Parameters is [{ IsCatchAll: true }] && !route.Contains('/', StringComparison.Ordinal);

    private static bool Takes(HttpFunctionTrigger trigger, string method) =>
        trigger.Methods.Count == 0 || trigger.Methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
