using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace NewsIngest.Functions.Http;

/// <summary>Writes a value with source-generated JSON; needs no service of the host.</summary>
internal sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> type) : IActionResult
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public string? ETag { get; init; }

    public string? Location { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = ETag is null ? "no-store" : "private, no-cache";
        if (ETag is not null) response.Headers.ETag = ETag;
        if (Location is not null) response.Headers.Location = Location;
        await using var writer = new Utf8JsonWriter(response.BodyWriter, ApiJson.Writer);
        JsonSerializer.Serialize(writer, value, type);
        await writer.FlushAsync(context.HttpContext.RequestAborted);
    }
}
