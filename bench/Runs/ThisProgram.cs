using System.Diagnostics;

namespace NewsIngest.Bench.Runs;

/// <summary>Starts this program once more, in a process of its own.</summary>
internal static class ThisProgram
{
    /// <summary>By its own executable, or as the assembly that <c>dotnet</c> runs: the way it was started itself.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var self = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? new ProcessStartInfo(self, [Environment.GetCommandLineArgs()[0], .. arguments])
            : new ProcessStartInfo(self, arguments);
    }
}
