using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Fixtures;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly TaskCompletionSource<string> url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> output = [];

    private HostProcess(Process process) => this.process = process;

    /// <summary>Starts the host alone on a free port, and waits until it serves.</summary>
    public static async Task<HostProcess> StartAsync(string connectionString, params (string Name, string Value)[] environment)
    {
        var start = Program(["--no-seeds", "--port", "0"]);
        start.Environment[StorageNames.Connection] = connectionString;
        start.Environment["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.250";
        start.Environment["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00";
        start.Environment["DevelopmentHost__MessageLease"] = "00:00:03";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var host = new HostProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        host.process.OutputDataReceived += (_, line) => host.Read(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Read(line.Data);
        host.process.Exited += (_, _) => host.url.TrySetException(new InvalidOperationException($"the host ended: {host.Output}"));
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        await host.url.Task.WaitAsync(StartTimeout, TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>How to start the program that the tests were built with.</summary>
    public static ProcessStartInfo Program(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "NewsIngest.Local.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AzureWebJobs", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        return start;
    }

    /// <summary>SIGKILL: nothing is finished, nothing is given back.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private string Output
    {
        get
        {
            lock (output) return string.Join('\n', output);
        }
    }

    [GeneratedRegex("^Host: +(http://.+)/api$")]
    private static partial Regex HostLine();

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
        if (HostLine().Match(line) is { Success: true } match) url.TrySetResult(match.Groups[1].Value);
    }
}
