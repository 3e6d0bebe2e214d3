using System.Diagnostics;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>The script of the second phase, against stand-ins of az and azd that write down how they were called.</summary>
public sealed class ConnectEventsTests
{
    private const string Outputs = "AZURE_RESOURCE_GROUP=group AZURE_FUNCTION_APP=app AZURE_STORAGE_ACCOUNT=account AZURE_EVENTGRID_TOPIC=topic";

    [Fact]
    public async Task It_waits_for_the_key_and_for_the_app_and_subscribes()
    {
        await using var run = new Run();
        var (exitCode, output) = await run.StartAsync(Outputs + " AZURE_ENV_NAME=dev AZURE_SUBSCRIPTION_ID=sub", keyAt: 3, deployedAt: 2);

        Assert.True(exitCode == 0, output);
        var calls = run.Calls();
        Assert.Equal(3, calls.Count(call => call.StartsWith("az functionapp keys list --resource-group group --name app ", StringComparison.Ordinal)));
        Assert.Equal(2, calls.Count(call => call.StartsWith("az deployment group create --resource-group group ", StringComparison.Ordinal)));
        Assert.All(calls.Where(call => call.StartsWith("az deployment", StringComparison.Ordinal)), call => Assert.Contains("--template-file infra/modules/fileCreated.bicep --parameters topicName=topic storageName=account appName=app", call, StringComparison.Ordinal));
        Assert.All(calls.Where(call => call.StartsWith("az ", StringComparison.Ordinal)), call => Assert.EndsWith(" --subscription sub", call, StringComparison.Ordinal));
        Assert.Equal("azd env set NEWSINGEST_CONNECT_EVENTS true", calls[^1]);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_gives_up_and_says_so()
    {
        await using var run = new Run();
        var (exitCode, output) = await run.StartAsync(Outputs, keyAt: 99, deployedAt: 1);

        Assert.Equal(1, exitCode);
        Assert.Contains("Gave up after 4 tries: the app has no key for events yet", output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls(), call => call.StartsWith("az deployment", StringComparison.Ordinal) || call.StartsWith("azd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_name_is_named()
    {
        await using var run = new Run();
        var (exitCode, output) = await run.StartAsync("AZURE_RESOURCE_GROUP=group AZURE_STORAGE_ACCOUNT=account AZURE_EVENTGRID_TOPIC=topic", keyAt: 1, deployedAt: 1);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("AZURE_FUNCTION_APP", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_names_are_those_of_the_template()
    {
        var outputs = (await Bicep.MainAsync()).GetProperty("outputs").EnumerateObject().Select(output => output.Name).ToList();

        Assert.All(Outputs.Split(' ').Select(pair => pair.Split('=')[0]), name => Assert.Contains(name, outputs));
        Assert.Contains("NEWSINGEST_URL", outputs);
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly TemporaryFolder folder = new();

        public async Task<(int ExitCode, string Output)> StartAsync(string environment, int keyAt, int deployedAt)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for POSIX shells; Windows has another one, which no test runs.");
            Tool("az", $$"""
                case "$*" in
                  functionapp*) [ "$(grep -c '^az functionapp' "$0.log")" -lt {{keyAt}} ] || echo hush ;;
                  deployment*) [ "$(grep -c '^az deployment' "$0.log")" -ge {{deployedAt}} ] ;;
                esac
                """);
            Tool("azd", "exit 0");
            var start = new ProcessStartInfo("sh", [Repository.PathOf("infra", "hooks", "connect-events.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment.Clear();
            start.Environment["PATH"] = folder.FullName + ":" + Environment.GetEnvironmentVariable("PATH");
            start.Environment["CONNECT_TRIES"] = "4";
            start.Environment["CONNECT_PAUSE"] = "0";
            foreach (var pair in environment.Split(' ')) start.Environment[pair.Split('=')[0]] = pair.Split('=')[1];
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }

        /// <summary>How the tools were called, in order.</summary>
        public IReadOnlyList<string> Calls() =>
            [.. ((string[])["az.log", "azd.log"]).Select(name => folder[name]).Where(File.Exists).SelectMany(File.ReadAllLines)];

        public ValueTask DisposeAsync() => folder.DisposeAsync();

        private void Tool(string name, string body)
        {
            var path = folder.Write(name, $"#!/bin/sh\necho \"{name} $*\" >> \"$0.log\"\n{body.ReplaceLineEndings("\n")}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
