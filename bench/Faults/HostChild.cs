using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Faults;

/// <summary>The development host as a process of its own, started from its built program, which can be killed.</summary>
internal sealed partial class HostChild : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly TaskCompletionSource<string> url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostChild(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, _) => { };
        process.Exited += (_, _) => url.TrySetException(new InvalidOperationException("the host ended"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Base address, with a slash at its end; null while it starts.</summary>
    public Uri? Address => url.Task.IsCompletedSuccessfully ? new Uri(url.Task.Result + "/") : null;

    /// <summary>Processor time of all threads so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in use, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts a host on a free port that learns of files by events alone; it does not serve yet.</summary>
    public static HostChild Start(string connectionString) => Start(Hurried(connectionString));

    /// <summary>Starts a host on a free port with the settings that users have; it does not serve yet.</summary>
    public static HostChild StartAsUsual(string connectionString) => Start(new Dictionary<string, string>(StringComparer.Ordinal) { [StorageNames.Connection] = connectionString });

    private static HostChild Start(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "NewsIngest.Local.dll"), "--no-seeds", "--port", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new HostChild(start);
    }

    /// <summary>Waits until the host serves.</summary>
    /// <returns>False when it ended instead, for example because the storage was away for too long.</returns>
    public async Task<bool> ServesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await url.Task.WaitAsync(StartTimeout, cancellationToken);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is given back.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        _ = url.Task.Exception;
        process.Dispose();
    }

    /// <summary>Only times are shortened, so that a campaign takes minutes: leases, delays and polling.</summary>
    private static Dictionary<string, string> Hurried(string connectionString) => new(StringComparer.Ordinal)
    {
        [StorageNames.Connection] = connectionString,
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.250",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
        ["DevelopmentHost__MessageLease"] = "00:00:03",
        ["DevelopmentHost__Watch"] = "false",
        ["NewsIngest__NetworkTimeout"] = "00:00:02",
        ["NewsIngest__DeletionCheck"] = "00:00:02",
    };

    [GeneratedRegex("^Host: +(http://.+)/api$")]
    private static partial Regex HostLine();

    private void Read(string? line)
    {
        if (line is not null && HostLine().Match(line) is { Success: true } match) url.TrySetResult(match.Groups[1].Value);
    }
}
