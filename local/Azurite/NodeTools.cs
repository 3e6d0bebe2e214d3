using System.Diagnostics;
using System.Globalization;

namespace NewsIngest.Local.Azurite;

/// <summary>Paths of node and npm.</summary>
internal sealed record NodeTools(string Node, string Npm)
{
    private const int MinimumMajor = 20;
    private const string Advice = "Install Node.js 20 or newer with npm from https://nodejs.org (or with nvm, apt, brew or winget) and open a new terminal.";

    /// <summary>Finds both on the PATH and checks the version of node.</summary>
    /// <exception cref="SetupException">One is missing or node is too old.</exception>
    public static async Task<NodeTools> FindAsync(CancellationToken cancellationToken)
    {
        var node = OnPath("node") ?? throw new SetupException($"The storage emulator needs Node.js, and there is no node on the PATH. {Advice}");
        var version = await VersionAsync(node, cancellationToken);
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) || major < MinimumMajor)
            throw new SetupException($"The storage emulator needs Node.js {MinimumMajor} or newer, and {node} is {version}. {Advice}");
        var npm = OnPath("npm") ?? throw new SetupException($"The storage emulator is installed with npm, and there is no npm on the PATH. {Advice}");
        return new NodeTools(node, npm);
    }

    private static async Task<string> VersionAsync(string node, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new SetupException($"{node} cannot be started. {Advice}");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output.Trim();
    }

    private static string? OnPath(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return folders
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
