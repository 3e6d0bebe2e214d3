using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsIngest.Bench.Hostile;
using NewsIngest.Bench.Runs;

namespace NewsIngest.Bench.Commands;

/// <summary>The process that takes files in, with a limit on its heap; started anew when a file has ended it.</summary>
internal sealed class HostileChild : IDisposable
{
    /// <summary>302 MB, hexadecimal: with what a process has besides its heap (code, models, stacks: up to 200 MB) it stays within 512 MB, however long the collector waits.</summary>
    private const string HeapLimit = "12000000";

    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(3);
    private Process? process;
    private BinaryWriter? input;

    /// <summary>What became of the file; when it ended the process or never ended, what the process said before.</summary>
    public WorkerAnswer Take(HostileFile file)
    {
        Start();
        try
        {
            HostileWorker.Send(input!, file);
            var line = process!.StandardOutput.ReadLineAsync();
            if (!line.Wait(MostTime)) return Ended($"it is not done after {MostTime.TotalMinutes:0} minutes");
            return line.Result is { } answer ? JsonSerializer.Deserialize<WorkerAnswer>(answer, JsonSerializerOptions.Web)! : Ended("the process ended");
        }
        catch (IOException)
        {
            return Ended("the process ended");
        }
    }

    public void Dispose()
    {
        if (process is null) return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Start()
    {
        if (process is not null) return;
        var start = ThisProgram.Start([HostileCommand.WorkerName]);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        process = Process.Start(start)!;
        input = new BinaryWriter(process.StandardInput.BaseStream, Encoding.UTF8);
    }

    private WorkerAnswer Ended(string how)
    {
        Dispose();
        process = null;
        return new WorkerAnswer(0, 0, null, how, 0, 0);
    }
}
