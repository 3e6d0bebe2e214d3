using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace NewsIngest.Functions.Http;

/// <summary>An answer without a body; with <paramref name="allow"/> it says which methods an address takes.</summary>
internal sealed class EmptyAnswer(string? allow = null) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (allow is not null) response.Headers.Allow = allow;
        return Task.CompletedTask;
    }
}
