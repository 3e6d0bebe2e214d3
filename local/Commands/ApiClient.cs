using System.Net;
using System.Text.Json;

namespace NewsIngest.Local.Commands;

/// <summary>The host refused a request; the message says why.</summary>
internal sealed class ApiException(int status, string message) : Exception(message)
{
    public int Status => status;
}

/// <summary>Asks a host over HTTP.</summary>
internal sealed class ApiClient : IDisposable
{
    public const string UsualBase = "http://localhost:7071";

    /// <summary>The setting that holds the key, so that it need not stand in the shell's history.</summary>
    public const string KeySetting = "NEWSINGEST_KEY";

    private const string KeyHeader = "x-functions-key";
    private readonly HttpClient http;

    /// <param name="address">Base address of the host, with or without /api.</param>
    /// <param name="key">Function key, null where none is asked for.</param>
    /// <exception cref="SetupException">The address is not one of HTTP.</exception>
    public ApiClient(string address, string? key)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new SetupException($"\"{address}\" is not the address of a host, such as {UsualBase}.");
        var root = address.TrimEnd('/');
        http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip })
        {
            BaseAddress = new Uri((root.EndsWith("/api", StringComparison.Ordinal) ? root : root + "/api") + "/"),
        };
        key ??= Environment.GetEnvironmentVariable(KeySetting);
        if (!string.IsNullOrEmpty(key)) http.DefaultRequestHeaders.TryAddWithoutValidation(KeyHeader, key);
    }

    /// <exception cref="ApiException">The host refused.</exception>
    /// <exception cref="SetupException">It does not answer, or not as this product does.</exception>
    public async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken) => Json(await TextAsync(HttpMethod.Get, path, null, cancellationToken));

    /// <inheritdoc cref="GetAsync"/>
    public async Task<JsonDocument> PostAsync(string path, HttpContent body, CancellationToken cancellationToken) =>
        Json(await TextAsync(HttpMethod.Post, path, body, cancellationToken));

    public void Dispose() => http.Dispose();

    private async Task<string> TextAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return answer.IsSuccessStatusCode ? text : throw Refusal(answer.StatusCode, text);
        }
        catch (HttpRequestException exception)
        {
            throw new SetupException($"The host at {http.BaseAddress} does not answer: {exception.Message}", exception);
        }
    }

    private Exception Refusal(HttpStatusCode status, string text)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return new SetupException($"The host at {http.BaseAddress} asks for a key: give it with --key or as the setting {KeySetting}.");
        try
        {
            using var problem = JsonDocument.Parse(text);
            return new ApiException((int)status, problem.RootElement.GetProperty("detail").GetString() ?? status.ToString());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new ApiException((int)status, $"the host answered {(int)status} {status}");
        }
    }

    private JsonDocument Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new SetupException($"What answers at {http.BaseAddress} is not this product.", exception);
        }
    }
}
