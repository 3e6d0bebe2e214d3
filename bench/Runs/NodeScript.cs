using System.ComponentModel;
using System.Diagnostics;
using NewsIngest.Local;

namespace NewsIngest.Bench.Runs;

/// <summary>Runs a script of bench/peers with Node.js, on the cores of the calling thread; npm installs the locked packages the first time.</summary>
internal static class NodeScript
{
    /// <summary>What the script wrote, or null with the reason printed.</summary>
    public static string? Run(string command, string script, params string[] arguments)
    {
        var folder = Path.Combine(ProjectLayout.Find().Root, "bench", "peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")) && Start(command, Npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder) is null) return null;
        return Start(command, "node", [Path.Combine(folder, script), .. arguments], folder);
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string? Start(string command, string program, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return output;
            Console.Error.WriteLine($"{command}: {program} ended with {process.ExitCode}; the peer is left out");
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine($"{command}: {program} was not found (install Node.js 20 or newer); the peer is left out");
        }

        return null;
    }
}
