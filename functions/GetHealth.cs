using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Whether the storage answers: 200, or 503. Platforms that ask have no key, so it needs none, holds no data and costs at most one look in some seconds.</summary>
public sealed class GetHealth(StorageHealth health)
{
    [Function(nameof(GetHealth))]
    public Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () =>
        {
            var report = await health.ReadAsync(cancellationToken);
            return Answers.WithStatus(report.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, report, ApiJson.Default.HealthReport);
        });
}
