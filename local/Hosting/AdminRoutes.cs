using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Local.Hosting;

/// <summary>The part of the real host's administration routes that developers use; all ask for the master key.</summary>
internal static class AdminRoutes
{
    public static void MapAdministration(this WebApplication app, FunctionSet functions, HostSettings settings, HostKeys keys)
    {
        var admin = app.MapGroup("admin").AddEndpointFilter(async (context, next) =>
            keys.Allows(context.HttpContext.Request, AuthorizationLevel.Admin) ? await next(context) : HostProblem.Of(StatusCodes.Status401Unauthorized));
        admin.MapGet("host/status", () => new { id = settings.HostId, state = "Running" });
        admin.MapGet("functions", () => functions.Runners.Select(runner => new { name = runner.Function.Name }));
        admin.MapPost("functions/{name}", async (string name, HttpRequest request, IHostApplicationLifetime lifetime) =>
        {
            var runner = functions.Runners.FirstOrDefault(runner => string.Equals(runner.Function.Name, name, StringComparison.OrdinalIgnoreCase));
            if (runner is null) return HostProblem.Of(StatusCodes.Status404NotFound);
            if (runner.Function.Trigger is HttpFunctionTrigger) return HostProblem.Of(StatusCodes.Status400BadRequest);
            if (await ReadInputAsync(request) is not { } input) return HostProblem.Of(StatusCodes.Status400BadRequest);
            _ = RunAsync(runner, input, lifetime.ApplicationStopping);
            return Results.Accepted();
        });
    }

    private static async Task<string?> ReadInputAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("input", out var input)) return null;
            return input.ValueKind == JsonValueKind.String ? input.GetString() : input.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The caller has its answer already; what goes wrong is in the log, as with the real host.</summary>
    private static async Task RunAsync(FunctionRunner runner, string input, CancellationToken stopping)
    {
        try
        {
            await runner.RunByHandAsync(input, stopping);
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            return;
        }
    }
}
