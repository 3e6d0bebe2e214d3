using System.Net;
using System.Net.Sockets;
using NewsIngest.Storage;

namespace NewsIngest.Local.Hosting;

/// <summary>Runs the functions of functions/ without the Functions runtime, by their attributes and by host.json.</summary>
internal sealed class DevelopmentHost : IAsyncDisposable
{
    /// <summary>The real host's limit.</summary>
    private const long MaxRequestBytes = 210_763_776;

    private readonly WebApplication app;

    private DevelopmentHost(WebApplication app) => this.app = app;

    /// <summary>The base address, without a slash at its end.</summary>
    public string Url => app.Urls.First();

    public IServiceProvider Services => app.Services;

    /// <summary>Starts the host on a port, 0 for any; it serves when this returns.</summary>
    /// <exception cref="HostStartException">A function or setting asks for something the host does not do.</exception>
    public static async Task<DevelopmentHost> StartAsync(IConfiguration configuration, int port, Action<ILoggingBuilder> logging, CancellationToken cancellationToken)
    {
        var hostJson = HostJson.Load(Path.Combine(AppContext.BaseDirectory, "host.json"), configuration);
        var settings = HostSettings.Load(configuration);
        var functions = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly).Where(function => !IsDisabled(function, configuration)).ToList();
        var connection = configuration[StorageNames.Connection];
        if (string.IsNullOrEmpty(connection))
            throw new HostStartException($"The setting {StorageNames.Connection} is missing: the development host needs a connection string.");

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        foreach (var (category, level) in hostJson.LogLevels) builder.Logging.AddFilter(category == "default" ? null : category, Enum.Parse<LogLevel>(level, ignoreCase: true));
        // It logs the address of every request, and with it the key of whoever sends one as a parameter.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            if (port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(port);
        });
        AddProduct(builder);
        builder.Services.AddSingleton(hostJson);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new HostStorage(connection));
        builder.Services.AddSingleton<HostKeys>();
        builder.Services.AddSingleton<QueueSignals>();
        builder.Services.AddSingleton<QueueSender>();
        builder.Services.AddSingleton<FunctionInvoker>();
        builder.Services.AddSingleton(services => new FunctionSet([.. functions.Select(function =>
            ActivatorUtilities.CreateInstance<FunctionRunner>(services, function, services.GetRequiredService<ILogger<FunctionRunner>>()))]));
        builder.Services.AddHostedService<TriggerService>();

        builder.Services.AddCors();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            // What the host itself answers; the functions set their own.
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        app.UseHostCors(configuration);
        app.MapFunctions(app.Services.GetRequiredService<FunctionSet>(), hostJson, app.Services.GetRequiredService<HostKeys>());
        app.MapAdministration(app.Services.GetRequiredService<FunctionSet>(), settings, app.Services.GetRequiredService<HostKeys>());
        try
        {
            await app.StartAsync(cancellationToken);
            return new DevelopmentHost(app);
        }
        catch (Exception exception) when (exception is AggregateException or Azure.RequestFailedException)
        {
            await app.DisposeAsync();
            throw new SetupException($"The storage does not answer: {exception.GetBaseException().Message}", exception);
        }
    }

    /// <summary>The first port from <paramref name="preferred"/> on that nobody listens to.</summary>
    /// <exception cref="SetupException">None of the next hundred is free.</exception>
    public static int FreePort(int preferred)
    {
        const int tries = 100;
        for (var port = preferred; port < preferred + tries; port++)
        {
            if (IsFree(port)) return port;
        }

        throw new SetupException($"All ports from {preferred} to {preferred + tries - 1} are taken: free one of them.");
    }

    /// <summary>Waits until the host is asked to stop.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private static void AddProduct(WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddNewsIngest(builder.Configuration);
        }
        catch (InvalidOperationException exception)
        {
            throw new HostStartException(exception.Message);
        }
    }

    /// <summary>As in Azure, a setting switches a function off: <c>AzureWebJobs.NAME.Disabled</c>, or with <c>__</c> for each dot where dots are not allowed.</summary>
    private static bool IsDisabled(FunctionDescriptor function, IConfiguration configuration)
    {
        var value = configuration[$"AzureWebJobs.{function.Name}.Disabled"] ?? configuration[$"AzureWebJobs:{function.Name}:Disabled"];
        return value is "1" || string.Equals(value, bool.TrueString, StringComparison.OrdinalIgnoreCase);
    }

    internal static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
