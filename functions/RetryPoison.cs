using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Has what was given up tried again.</summary>
public sealed class RetryPoison(PoisonQueues poison)
{
    [Function(nameof(RetryPoison))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "poison/retry")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => Answers.Ok(await poison.RetryAsync(null, cancellationToken), ApiJson.Default.PoisonRetry));
}
