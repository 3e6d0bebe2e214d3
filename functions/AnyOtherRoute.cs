using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http;

namespace NewsIngest.Functions;

/// <summary>Answers what no other function takes: OPTIONS with what is allowed there, a wrong method with 405, a wrong address with 404.</summary>
public sealed class AnyOtherRoute
{
    [Function(nameof(AnyOtherRoute))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = ApiRoutes.Anything)] HttpRequest request)
    {
        if (ApiRoutes.Allowed(request.Path) is not { } allowed) return Answers.NotFound("There is nothing at this address.");
        return HttpMethods.IsOptions(request.Method) ? new EmptyAnswer(allowed) : Answers.MethodNotAllowed(allowed);
    }
}
