using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Cli;

/// <summary>The main job as a process of its own.</summary>
public sealed partial class RunCommandTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    [Fact]
    public async Task Once_shows_who_said_what_and_a_second_run_changes_nothing()
    {
        var connection = azurite.NewAccount();
        folder.Write("seeds/dam.txt", "The dam is full, Ruth Calder said on Friday.\n");
        folder.Write("seeds/deeper/gate.txt", "\"The gate is shut,\" Ina Moss told reporters.\n");

        var first = await OnceAsync(connection);
        var before = await StorageSnapshot.TakeAsync(connection);
        var second = await OnceAsync(connection);

        Assert.True(first.ExitCode == 0, first.Out + first.Error);
        Assert.Contains("2 files ingested, 0 already ingested, 0 failed", first.Out, StringComparison.Ordinal);
        Assert.Matches(@"\| Ruth Calder +\| said +\| indirect +\| assert +\| The dam is full +\|", first.Out);
        Assert.Contains("Ina Moss", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', first.Out);
        Assert.True(second.ExitCode == 0, second.Out + second.Error);
        Assert.Contains("already ingested: deeper/gate.txt", second.Out, StringComparison.Ordinal);
        Assert.Contains("2 already ingested, nothing changed", second.Out, StringComparison.Ordinal);
        StorageSnapshot.AssertSame(before, await StorageSnapshot.TakeAsync(connection), "the second time");
    }

    [Fact]
    public async Task Once_fails_when_a_file_failed_and_says_which_and_why()
    {
        folder.Write("seeds/dam.txt", "The dam is full, Ruth Calder said on Friday.\n");
        folder.Write("seeds/empty.txt", "");

        var run = await OnceAsync(azurite.NewAccount());

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Ruth Calder", run.Out, StringComparison.Ordinal);
        Assert.Matches("Failed: empty.txt: .*empty", run.Out);
    }

    [Fact]
    public async Task A_setting_it_does_not_understand_stops_it_by_name()
    {
        var run = await RunAsync(azurite.NewAccount(), [("AzureFunctionsJobHost__extensions__queues__speed", "9")], "--once", "--no-seeds", "--port", "0");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("'extensions.queues.speed'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task However_it_ends_its_storage_emulator_ends_too(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill(1)");
        Assert.SkipWhen(signal is "INT" && IgnoresInterrupts(), "interrupts were ignored where the tests were started, and children inherit that");
        using var process = Process.Start(HostProcess.Program(["--no-seeds", "--port", "0", "--data", folder.FullName]))!;
        var drained = process.StandardError.ReadToEndAsync(Cancel);
        var ports = await PortsAsync(process);
        Assert.All(ports, port => Assert.True(Listens(port)));

        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        await Eventually.TrueAsync(() => Task.FromResult(!ports.Any(Listens)), "the emulator's ports to be free");
        if (signal != "KILL") Assert.Equal((0, ""), (process.ExitCode, await drained));
    }

    /// <summary>As in a job that a shell put in the background.</summary>
    private static bool IgnoresInterrupts()
    {
        const ulong interrupt = 1 << 1;
        const string mask = "SigIgn:";
        return File.Exists("/proc/self/status")
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(mask, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line[mask.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0;
    }

    private static async Task<int[]> PortsAsync(Process process)
    {
        var ports = Array.Empty<int>();
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (AzuriteLine().Match(line) is { Success: true } match) ports = [.. match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
            if (line.StartsWith("Serving on ", StringComparison.Ordinal)) break;
        }

        Assert.Equal(3, ports.Length);
        return ports;
    }

    [GeneratedRegex("Azurite on ports ([0-9]+), ([0-9]+) and ([0-9]+),")]
    private static partial Regex AzuriteLine();

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<CommandRun> RunAsync(string connection, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = HostProcess.Program(arguments);
        start.Environment[StorageNames.Connection] = connection;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return new CommandRun(process.ExitCode, await output, await error);
    }

    private Task<CommandRun> OnceAsync(string connection) => RunAsync(connection, [], "--once", "--port", "0", "--seeds", folder["seeds"]);
}
