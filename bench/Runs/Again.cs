using System.Diagnostics;

namespace NewsIngest.Bench.Runs;

/// <summary>Runs the same command in a process of its own, for settings of the runtime that are read when it starts.</summary>
internal static class Again
{
    /// <summary>The exit code of the same command with these variables in its environment; null when they are set already.</summary>
    public static int? With(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        if (Environment.GetEnvironmentVariable(settings[0].Name) == settings[0].Value) return null;
        var start = ThisProgram.Start(Environment.GetCommandLineArgs()[1..]);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
