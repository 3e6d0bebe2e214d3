using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>The Bicep compiler, as the build of the tests restored it.</summary>
internal static class Bicep
{
    private static readonly Lazy<Task<JsonElement>> Main = new(CompileMainAsync);

    /// <summary>main.bicep as the JSON template that Azure gets.</summary>
    public static Task<JsonElement> MainAsync() => Main.Value;

    /// <summary>Runs the compiler at the root of the repository, or elsewhere.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(Path(), arguments) { WorkingDirectory = folder ?? Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        // The compiler brings its own runtime; what it writes must not depend on the culture data of the machine.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        // It lives for seconds: see local/.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static async Task<JsonElement> CompileMainAsync()
    {
        var (exitCode, output, error) = await RunAsync(["build", "infra/main.bicep", "--no-restore", "--stdout"]);
        Assert.True(exitCode == 0, error);
        return JsonElement.Parse(output);
    }

    private static string Path()
    {
        var path = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == "Bicep")?.Value;
        Assert.SkipWhen(path is null, "The tests were built without the Bicep compiler (-p:WithoutBicep=true): infra/ is not checked.");
        var program = OperatingSystem.IsWindows() ? path + ".exe" : path!;
        Assert.True(File.Exists(program), $"The Bicep compiler is not at {program}: restore it with `dotnet restore tests`, or test without it with `dotnet test -p:WithoutBicep=true`.");
        return program;
    }
}
