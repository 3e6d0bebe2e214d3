using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Query;

namespace NewsIngest.Functions;

/// <summary>All that is known of one entity.</summary>
public sealed class GetEntity(QueryService queries)
{
    [Function(nameof(GetEntity))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "entities/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        Answers.GuardAsync(request, async () => await queries.EntityAsync(id, cancellationToken) is { } entity
            ? Answers.OkTagged(request, entity, ApiJson.Default.EntityDetail)
            : Answers.NotFound("There is no entity with this id."));
}
