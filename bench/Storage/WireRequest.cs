using System.Globalization;

namespace NewsIngest.Bench.Storage;

/// <summary>Requests that go out byte for byte as given: signatures cover the encoded path.</summary>
internal static class WireRequest
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage Create(string method, int port, string target, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{target}"), AsWritten));
        if (body.Length > 0 || method is "PUT" or "POST") request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
