using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>Has one message that was given up tried again; it costs no more than reprocessing an article and asks for no other key.</summary>
public sealed class RetryPoisonMessage(PoisonQueues poison)
{
    [Function(nameof(RetryPoisonMessage))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "poison/{id}/retry")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => await poison.RetryAsync(id, cancellationToken) is { } result && result.Retried + result.Failed.Count > 0
            ? Answers.Ok(result, ApiJson.Default.PoisonRetry)
            : Answers.NotFound($"None of the oldest {PoisonQueues.MaxMessages} messages of the poison queues has this id; it may have been tried again already."));
}
