using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>What the host has given up on.</summary>
public sealed class ListPoison(PoisonQueues poison)
{
    [Function(nameof(ListPoison))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "poison")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => Answers.Ok(await poison.ListAsync(cancellationToken), ApiJson.Default.PoisonList));
}
