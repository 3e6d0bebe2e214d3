using System.Diagnostics;
using System.Text.Json;
using NewsIngest.Local;

namespace NewsIngest.Bench.Parse;

/// <summary>Runs Mozilla's Readability.js over linkedom (bench/peers) on the same pages, in one Node process that does a round for every line it gets.</summary>
internal sealed class ReadabilityPeer : IExtractor, IDisposable
{
    private readonly Process process;
    private readonly string list;

    private ReadabilityPeer(Process process, string list)
    {
        this.process = process;
        this.list = list;
    }

    /// <summary>The peer, or null with the reason printed when Node.js or npm is missing.</summary>
    public static ReadabilityPeer? Start(IReadOnlyList<Page> pages)
    {
        var peers = Path.Combine(ProjectLayout.Find().Root, "bench", "peers");
        try
        {
            if (!Directory.Exists(Path.Combine(peers, "node_modules")) && !Install(peers)) return null;
            var list = Path.GetTempFileName();
            File.WriteAllText(list, JsonSerializer.Serialize(pages.Select(p => new { id = p.Id, path = p.File })));
            var start = new ProcessStartInfo("node", [Path.Combine(peers, "readability.mjs"), list]) { WorkingDirectory = peers, RedirectStandardInput = true, RedirectStandardOutput = true };
            return new ReadabilityPeer(Process.Start(start)!, list);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("parse: node or npm was not found (install Node.js 20 or newer); the peer is left out");
            return null;
        }
    }

    public double[] Round() => JsonSerializer.Deserialize<double[]>(Ask("round"))!;

    public Extraction Result(IReadOnlyList<double[]> rounds) =>
        new("Readability.js + linkedom", Medians.Sum(rounds), JsonSerializer.Deserialize<Dictionary<string, string>>(Ask("texts"))!);

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        File.Delete(list);
    }

    private string Ask(string what)
    {
        process.StandardInput.WriteLine(what);
        return process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer ended early");
    }

    private static bool Install(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0) Console.Error.WriteLine($"parse: npm ended with {npm.ExitCode}; the peer is left out");
        return npm.ExitCode == 0;
    }
}
