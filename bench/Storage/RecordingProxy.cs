using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using NewsIngest.Language.Model;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Storage;

/// <summary>Stands before the storage emulator and keeps every call that anyone makes, host and product alike.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect",
    };

    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly Dictionary<int, (StorageService Service, int Port)> targets = [];
    private readonly ConcurrentQueue<StorageCall> calls = new();
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });

    private readonly ScratchPool<MemoryStream> buffers = new(() => new MemoryStream());
    private readonly bool keepsAnswers;

    private RecordingProxy(WebApplication app, TimeProvider time, bool keepsAnswers)
    {
        this.app = app;
        this.time = time;
        this.keepsAnswers = keepsAnswers;
    }

    public IReadOnlyList<StorageCall> Calls => [.. calls];

    /// <summary>Reaches the emulator through this proxy.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <param name="azurite">The emulator.</param>
    /// <param name="account">The account that is asked for.</param>
    /// <param name="time">The clock of the calls.</param>
    /// <param name="keepsAnswers">Whether the calls hold what was answered. Megabytes that are kept make the garbage collector a part of what is timed.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<RecordingProxy> StartAsync(AzuriteProcess azurite, AzuriteAccount account, TimeProvider time, bool keepsAnswers, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
            for (var service = 0; service < 3; service++) kestrel.Listen(IPAddress.Loopback, 0);
        });
        var proxy = new RecordingProxy(builder.Build(), time, keepsAnswers);
        proxy.app.Run(proxy.CarryAsync);
        await proxy.app.StartAsync(cancellationToken);
        var ports = proxy.app.Urls.Select(url => new Uri(url).Port).ToArray();
        proxy.targets[ports[0]] = (StorageService.Blob, azurite.BlobPort);
        proxy.targets[ports[1]] = (StorageService.Queue, azurite.QueuePort);
        proxy.targets[ports[2]] = (StorageService.Table, azurite.TablePort);
        proxy.ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={account.Name};AccountKey={account.Key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{account.Name};QueueEndpoint=http://127.0.0.1:{ports[1]}/{account.Name};TableEndpoint=http://127.0.0.1:{ports[2]}/{account.Name};");
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        var (service, port) = targets[context.Connection.LocalPort];
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers
            .Where(header => !OfTheConnection.Contains(header.Key))
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))
            .ToList();
        using var request = WireRequest.Create(context.Request.Method, port, target, headers, body.ToArray());
        using var response = await client.SendAsync(request, context.RequestAborted);
        var answer = buffers.Rent();
        answer.SetLength(0);
        await response.Content.CopyToAsync(answer, context.RequestAborted);
        var ended = time.GetTimestamp();
        calls.Enqueue(new StorageCall(service, context.Request.Method, target, headers, body.ToArray(), (int)response.StatusCode, keepsAnswers ? answer.ToArray() : [], started, ended));

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (!OfTheConnection.Contains(name)) context.Response.Headers[name] = values.ToArray();
        }

        context.Response.ContentLength = response.Content.Headers.ContentLength;
        if (answer.Length > 0) await context.Response.Body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
        buffers.Return(answer);
    }
}
