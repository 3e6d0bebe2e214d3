using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;
using NewsIngest.Functions.Http.OpenApi;

namespace NewsIngest.Functions;

/// <summary>The OpenAPI description of this app. It holds no data, so it needs no key.</summary>
public sealed class GetOpenApi
{
    [Function(nameof(GetOpenApi))]
    public Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "openapi.json")] HttpRequest request) =>
        Answers.GuardAsync(request, () => Task.FromResult(Answers.OkTagged(request, OpenApiDocument.Create(), ApiJson.Default.JsonObject)));
}
