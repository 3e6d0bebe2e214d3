using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace NewsIngest.Tests.Faults;

/// <summary>
/// Stands between the product and the storage emulator and makes calls fail. Addresses are path-style and carry no host in what is signed, so signatures stay right.
/// </summary>
internal sealed partial class FaultProxy : IAsyncDisposable
{
    public const string RequestId = "x-ms-client-request-id";
    private readonly WebApplication app;
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };
    private readonly HttpMessageInvoker forward;
    private readonly ConcurrentDictionary<string, int> attempts = new(StringComparer.Ordinal);
    private readonly Func<HttpRequest, Fault> next;
    private readonly Dictionary<int, int> targets = [];
    private int faults;

    private FaultProxy(Func<HttpRequest, Fault> next)
    {
        this.next = next;
        forward = new HttpMessageInvoker(handler);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            for (var service = 0; service < 3; service++) kestrel.Listen(IPAddress.Loopback, 0);
        });
        app = builder.Build();
        app.Run(CarryAsync);
    }

    /// <summary>The account through this proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>How many calls failed.</summary>
    public int Faults => Volatile.Read(ref faults);

    /// <summary>How often the same call was tried at most.</summary>
    public int MostAttempts => attempts.Values.DefaultIfEmpty().Max();

    /// <param name="connection">An account of the emulator, with its three addresses.</param>
    /// <param name="next">What happens to each call.</param>
    public static async Task<FaultProxy> StartAsync(string connection, Func<HttpRequest, Fault> next)
    {
        var proxy = new FaultProxy(next);
        await proxy.app.StartAsync();
        var own = proxy.app.Urls.Select(url => new Uri(url).Port).ToArray();
        var service = 0;
        proxy.ConnectionString = Endpoint().Replace(connection, match =>
        {
            proxy.targets[own[service]] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{own[service++]}");
        });
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        forward.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex(@"(Endpoint=http://127\.0\.0\.1:)(\d+)")]
    private static partial Regex Endpoint();

    private async Task CarryAsync(HttpContext context)
    {
        attempts.AddOrUpdate(context.Request.Headers[RequestId].ToString(), 1, (_, count) => count + 1);
        var fault = next(context.Request);
        if (fault != Fault.None) Interlocked.Increment(ref faults);
        switch (fault)
        {
            case Fault.Busy:
                await RefuseAsync(context, HttpStatusCode.ServiceUnavailable, "ServerBusy");
                return;
            case Fault.TooMany:
                await RefuseAsync(context, HttpStatusCode.TooManyRequests, "TooManyRequests");
                return;
            case Fault.Broken:
                context.Abort();
                return;
            case Fault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
        }

        using var request = Request(context);
        using var response = await forward.SendAsync(request, context.RequestAborted);
        if (fault == Fault.NoAnswer) context.Abort();
        else if (fault == Fault.TimedOut) await RefuseAsync(context, HttpStatusCode.InternalServerError, "OperationTimedOut");
        else await AnswerAsync(context.Response, response, context.RequestAborted);
    }

    private HttpRequestMessage Request(HttpContext context)
    {
        // As it came: a path that is decoded and encoded again would not be the one that was signed.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var port = targets[context.Connection.LocalPort];
        var address = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{target}"), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values])) request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
        }

        return request;
    }

    private static async Task AnswerAsync(HttpResponse to, HttpResponseMessage from, CancellationToken cancellationToken)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) to.Headers[name] = values.ToArray();
        }

        if (to.StatusCode is not (204 or 304)) await from.Content.CopyToAsync(to.Body, cancellationToken);
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string code)
    {
        context.Response.StatusCode = (int)status;
        context.Response.Headers["x-ms-error-code"] = code;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>made by a test</Message></Error>");
    }
}
