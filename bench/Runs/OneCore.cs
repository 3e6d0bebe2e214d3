using System.Diagnostics;

namespace NewsIngest.Bench.Runs;

/// <summary>Pins what this thread starts to the first core: processes inherit it with all their threads.</summary>
internal static class OneCore
{
    public static void Pin()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = 1;
    }
}
