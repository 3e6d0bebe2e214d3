using System.Diagnostics;
using System.Runtime.InteropServices;
using NewsIngest.Local;

namespace NewsIngest.Bench.Speed;

/// <summary>This program compiled ahead of time (ReadyToRun), as the function app is published: what a cold start is measured on.</summary>
internal static class Published
{
    /// <summary>Its executable, or null with the reason printed when it cannot be published here.</summary>
    public static string? Publish()
    {
        var root = ProjectLayout.Find().Root;
        var folder = Path.Combine(root, "artifacts", "bench");
        string[] arguments =
        [
            "publish", Path.Combine(root, "bench"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "-o", folder, "--nologo", "-v", "quiet",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0) return Path.Combine(folder, OperatingSystem.IsWindows() ? "NewsIngest.Bench.exe" : "NewsIngest.Bench");
        Console.Error.WriteLine($"speed: a ReadyToRun build is not possible here, so the cold start is left out: {output.Trim()}");
        return null;
    }
}
