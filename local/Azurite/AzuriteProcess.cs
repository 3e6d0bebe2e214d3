using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsIngest.Local.Azurite;

/// <summary>A running storage emulator. It ends when it is disposed of, and with this process however that ends.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private const string Host = "127.0.0.1";
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly ConcurrentDictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(Process process) => this.process = process;

    public int BlobPort => ports["Blob"];

    public int QueuePort => ports["Queue"];

    public int TablePort => ports["Table"];

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the emulator and waits until all three services listen.</summary>
    /// <exception cref="SetupException">It ended or did not listen in time; the message holds what it printed.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteInstallation installation, AzuriteOptions options, CancellationToken cancellationToken)
    {
        var azurite = new AzuriteProcess(new Process { StartInfo = StartInfo(installation, options), EnableRaisingEvents = true });
        try
        {
            azurite.process.OutputDataReceived += (_, line) => azurite.Read(line.Data);
            azurite.process.ErrorDataReceived += (_, line) => azurite.Read(line.Data);
            azurite.process.Exited += (_, _) => azurite.ready.TrySetException(azurite.Failure("ended"));
            azurite.process.Start();
            azurite.process.BeginOutputReadLine();
            azurite.process.BeginErrorReadLine();
            await azurite.ready.Task.WaitAsync(options.StartTimeout, cancellationToken);
            return azurite;
        }
        catch (TimeoutException)
        {
            var failure = azurite.Failure($"was not ready after {options.StartTimeout.TotalSeconds:0} s");
            await azurite.DisposeAsync();
            throw failure;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(AzuriteAccount account) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account.Name};AccountKey={account.Key};BlobEndpoint=http://{Host}:{BlobPort}/{account.Name};QueueEndpoint=http://{Host}:{QueuePort}/{account.Name};TableEndpoint=http://{Host}:{TablePort}/{account.Name};");

    /// <summary>Ends the emulator at once, as a power cut would: what it has not yet written is lost.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks the emulator to save and end.</summary>
    /// <returns>False when it did not in time and was killed.</returns>
    public async Task<bool> StopAsync()
    {
        if (process.HasExited) return true;
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(StopTimeout);
            return true;
        }
        catch (TimeoutException)
        {
            await KillAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (HasStarted()) await StopAsync();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(AzuriteInstallation installation, AzuriteOptions options)
    {
        string[] storage = options.DataFolder is { } folder ? ["--location", folder] : ["--inMemoryPersistence"];
        var start = new ProcessStartInfo(
            installation.Node,
            [
                installation.Runner, installation.EntryPoint,
                "--blobPort", Text(options.BlobPort), "--queuePort", Text(options.QueuePort), "--tablePort", Text(options.TablePort),
                "--skipApiVersionCheck", "--disableTelemetry", "--silent", .. storage,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', options.Accounts.Select(account => $"{account.Name}:{account.Key}"));
        return start;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at http://[^:]+:(\d+)")]
    private static partial Regex Listening();

    private void Read(string? line)
    {
        if (line is null) return;
        if (!ready.Task.IsCompleted) output.Enqueue(line);
        var match = Listening().Match(line);
        if (!match.Success) return;
        ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        if (ports.Count == 3) ready.TrySetResult();
    }

    private SetupException Failure(string what) => new($"The storage emulator {what}.\n{string.Join('\n', output)}".TrimEnd());

    private bool HasStarted()
    {
        try
        {
            return process.Id > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
