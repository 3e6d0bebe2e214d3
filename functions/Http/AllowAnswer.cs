using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace NewsIngest.Functions.Http;

/// <summary>Says which methods an address takes.</summary>
internal sealed class AllowAnswer(string allow) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        context.HttpContext.Response.Headers.Allow = allow;
        return Task.CompletedTask;
    }
}
