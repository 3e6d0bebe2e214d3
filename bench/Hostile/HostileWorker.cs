using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace NewsIngest.Bench.Hostile;

/// <summary>What a worker says of a file.</summary>
/// <param name="Articles">Articles in it.</param>
/// <param name="Claims">Claims in those.</param>
/// <param name="Refusal">Why it was refused; null when it was read.</param>
/// <param name="Harm">What went wrong; null when nothing did.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">The most memory that the process had meanwhile.</param>
internal sealed record WorkerAnswer(int Articles, int Claims, string? Refusal, string? Harm, double Seconds, long Bytes);

/// <summary>
/// Takes files in as a process of its own, whose memory is that of the product and not of what makes the files: they come on its standard input, what became of
/// each goes to its standard output as a line of JSON.
/// </summary>
internal static class HostileWorker
{
    public static int Run()
    {
        using var input = new BinaryReader(new BufferedStream(Console.OpenStandardInput()), Encoding.UTF8);
        var intake = new Intake();
        while (Read(input) is { } file)
        {
            ForgetPeak();
            Console.WriteLine(JsonSerializer.Serialize(Take(intake, file), JsonSerializerOptions.Web));
        }

        return 0;
    }

    public static void Send(BinaryWriter output, HostileFile file)
    {
        output.Write(file.Kind);
        output.Write(file.Name);
        output.Write(file.Content.Length);
        output.Write(file.Content);
        output.Flush();
    }

    private static HostileFile? Read(BinaryReader input)
    {
        try
        {
            var (kind, name, length) = (input.ReadString(), input.ReadString(), input.ReadInt32());
            return new HostileFile(kind, name, input.ReadBytes(length));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static WorkerAnswer Take(Intake intake, HostileFile file)
    {
        var started = Stopwatch.GetTimestamp();
        var (result, harm) = (new IntakeResult(0, 0, null), (string?)null);
        try
        {
            result = intake.Take(file);
        }
        catch (Exception exception)
        {
            harm = exception.ToString();
        }

        return new WorkerAnswer(result.Articles, result.Claims, result.Refusal, harm, Stopwatch.GetElapsedTime(started).TotalSeconds, Peak());
    }

    /// <summary>Linux forgets how much memory a process had at most when it is asked to (proc(5), clear_refs); elsewhere the peak is that of all files so far.</summary>
    private static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
