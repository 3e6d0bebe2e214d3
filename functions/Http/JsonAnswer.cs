using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace NewsIngest.Functions.Http;

/// <summary>Writes a value with source-generated JSON; needs no service of the host.</summary>
internal sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> type) : IActionResult
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public string? Location { get; init; }

    public string? Allow { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (Location is not null) response.Headers.Location = Location;
        if (Allow is not null) response.Headers.Allow = Allow;
        await using var body = ResponseBody.Open(context.HttpContext);
        await using var writer = new Utf8JsonWriter(body.Writer, ApiJson.Writer);
        JsonSerializer.Serialize(writer, value, type);
        await body.Writer.FlushAsync(context.HttpContext.RequestAborted);
    }
}
