using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace NewsIngest.Local.Hosting;

/// <summary>Maps the HTTP functions to their routes. A method that no function of a route takes is not found, as with the real host.</summary>
internal static class HttpRoutes
{
    public static void MapFunctions(this WebApplication app, FunctionSet functions, HostJson hostJson, HostKeys keys)
    {
        var byRoute = functions.Runners
            .Where(runner => runner.Function.Trigger is HttpFunctionTrigger)
            .GroupBy(runner => ((HttpFunctionTrigger)runner.Function.Trigger).Route, StringComparer.OrdinalIgnoreCase);
        foreach (var route in byRoute)
        {
            var runners = route.ToList();
            app.Map($"{hostJson.RoutePrefix}/{route.Key}", context => DispatchAsync(context, runners, keys));
        }
    }

    private static async Task DispatchAsync(HttpContext context, List<FunctionRunner> runners, HostKeys keys)
    {
        var runner = runners.Find(runner => Takes((HttpFunctionTrigger)runner.Function.Trigger, context.Request.Method));
        if (runner is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!keys.Allows(context.Request, ((HttpFunctionTrigger)runner.Function.Trigger).Level))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        switch (await runner.AnswerAsync(context))
        {
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult result:
                await result.ExecuteAsync(context);
                break;
        }
    }

    private static bool Takes(HttpFunctionTrigger trigger, string method) =>
        trigger.Methods.Count == 0 || trigger.Methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
