using System.Globalization;
using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>
/// host.json as the real host reads it (https://learn.microsoft.com/azure/azure-functions/functions-host-json), with its defaults,
/// and with the overrides <c>AzureFunctionsJobHost__path__to__key</c>. A key that the development host does not honour stops the start.
/// </summary>
internal sealed record HostJson
{
    private const string OverrideSection = "AzureFunctionsJobHost";

    public int QueueBatchSize { get; private set; } = 16;

    public int? QueueNewBatchThreshold { get; private set; }

    public int QueueMaxDequeueCount { get; private set; } = 5;

    public TimeSpan QueueVisibilityTimeout { get; private set; } = TimeSpan.Zero;

    public TimeSpan QueueMaxPollingInterval { get; private set; } = TimeSpan.FromMinutes(1);

    public QueueMessageEncoding QueueMessageEncoding { get; private set; } = QueueMessageEncoding.Base64;

    public int BlobMaxDegreeOfParallelism { get; private set; } = 8 * Environment.ProcessorCount;

    public int BlobPoisonThreshold { get; private set; } = 5;

    public string RoutePrefix { get; private set; } = "api";

    public TimeSpan FunctionTimeout { get; private set; } = TimeSpan.FromMinutes(30);

    /// <summary>Log levels by category.</summary>
    public Dictionary<string, string> LogLevels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads host.json and the overrides of <paramref name="settings"/>.</summary>
    /// <exception cref="HostStartException">The file is missing or not JSON, or holds a key or value that is not understood.</exception>
    public static HostJson Load(string path, IConfiguration settings)
    {
        if (!File.Exists(path)) throw new HostStartException($"There is no {path}.");
        IConfigurationRoot file;
        try
        {
            file = new ConfigurationBuilder().AddJsonFile(path).Build();
        }
        catch (InvalidDataException exception)
        {
            throw new HostStartException($"{path} is not valid JSON: {exception.InnerException?.Message ?? exception.Message}");
        }

        var host = new HostJson();
        foreach (var (key, value) in file.AsEnumerable()) host.SetLeaf("host.json", key, value);
        foreach (var (key, value) in settings.GetSection(OverrideSection).AsEnumerable(makePathsRelative: true)) host.SetLeaf(OverrideSection, key, value);
        return host;
    }

    private void SetLeaf(string from, string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        try
        {
            if (!Set(key, value)) throw new HostStartException($"{from}: the development host does not know the key '{key.Replace(':', '.')}'.");
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new HostStartException($"{from}: '{value}' is not a value for '{key.Replace(':', '.')}': {exception.Message}");
        }
    }

    private bool Set(string key, string value)
    {
        switch (key.ToUpperInvariant())
        {
            case "VERSION":
                if (value != "2.0") throw new FormatException("only 2.0 is accepted");
                return true;
            case "FUNCTIONTIMEOUT":
                FunctionTimeout = value == "-1" ? Timeout.InfiniteTimeSpan : Time(value);
                return true;
            case "EXTENSIONS:QUEUES:BATCHSIZE":
                QueueBatchSize = Number(value, 1, 32);
                return true;
            case "EXTENSIONS:QUEUES:NEWBATCHTHRESHOLD":
                QueueNewBatchThreshold = Number(value, 0, int.MaxValue);
                return true;
            case "EXTENSIONS:QUEUES:MAXDEQUEUECOUNT":
                QueueMaxDequeueCount = Number(value, 1, int.MaxValue);
                return true;
            case "EXTENSIONS:QUEUES:VISIBILITYTIMEOUT":
                QueueVisibilityTimeout = Time(value);
                return true;
            case "EXTENSIONS:QUEUES:MAXPOLLINGINTERVAL":
                QueueMaxPollingInterval = Time(value);
                return true;
            case "EXTENSIONS:QUEUES:MESSAGEENCODING":
                QueueMessageEncoding = value.ToUpperInvariant() switch
                {
                    "BASE64" => QueueMessageEncoding.Base64,
                    "NONE" => QueueMessageEncoding.None,
                    _ => throw new FormatException("base64 and none are accepted"),
                };
                return true;
            case "EXTENSIONS:BLOBS:MAXDEGREEOFPARALLELISM":
                BlobMaxDegreeOfParallelism = Number(value, 1, int.MaxValue);
                return true;
            case "EXTENSIONS:BLOBS:POISONBLOBTHRESHOLD":
                BlobPoisonThreshold = Number(value, 1, int.MaxValue);
                return true;
            case "EXTENSIONS:HTTP:ROUTEPREFIX":
                RoutePrefix = value.Trim('/');
                return true;
            default:
                return SetLogging(key, value);
        }
    }

    /// <summary>Application Insights exists in Azure only, so its settings are read over.</summary>
    private bool SetLogging(string key, string value)
    {
        const string levels = "logging:logLevel:";
        if (key.StartsWith("logging:applicationInsights:", StringComparison.OrdinalIgnoreCase)) return true;
        if (!key.StartsWith(levels, StringComparison.OrdinalIgnoreCase)) return false;
        LogLevels[key[levels.Length..]] = value;
        return true;
    }

    private static int Number(string value, int least, int most)
    {
        var number = int.Parse(value, NumberStyles.Integer, CultureInfo.InvariantCulture);
        return number >= least && number <= most ? number : throw new FormatException($"{least} to {most} is accepted");
    }

    private static TimeSpan Time(string value)
    {
        var time = TimeSpan.Parse(value, CultureInfo.InvariantCulture);
        return time >= TimeSpan.Zero ? time : throw new FormatException("a negative time is not accepted");
    }
}
