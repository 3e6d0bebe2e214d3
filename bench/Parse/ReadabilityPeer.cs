using System.Diagnostics;
using System.Text.Json;

namespace NewsIngest.Bench.Parse;

/// <summary>Runs Mozilla's Readability.js over linkedom (bench/peers) on the same pages, in one Node process.</summary>
internal static class ReadabilityPeer
{
    /// <summary>Its texts and times, or null with the reason printed when Node.js or npm is missing.</summary>
    public static Extraction? Run(IReadOnlyList<Page> pages, int rounds, string root)
    {
        var peers = Path.Combine(root, "bench", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules")) && Start("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], peers) is null) return null;
        var list = Path.GetTempFileName();
        try
        {
            File.WriteAllText(list, JsonSerializer.Serialize(pages.Select(p => new { id = p.Id, path = p.File })));
            if (Start("node", [Path.Combine(peers, "readability.mjs"), list, rounds.ToString(System.Globalization.CultureInfo.InvariantCulture)], peers) is not { } output) return null;
            using var json = JsonDocument.Parse(output);
            var texts = json.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal);
            return new Extraction("Readability.js + linkedom", json.RootElement.GetProperty("seconds").GetDouble(), texts);
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static string? Start(string program, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() && program == "npm" ? "npm.cmd" : program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 0) return output;
            Console.Error.WriteLine($"parse: {program} ended with {process.ExitCode}; the peer is left out");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"parse: {program} was not found (install Node.js 20 or newer); the peer is left out");
        }

        return null;
    }
}
