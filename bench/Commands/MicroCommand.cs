using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NewsIngest.Bench.Micro;
using NewsIngest.Local;

namespace NewsIngest.Bench.Commands;

/// <summary>Micro-benchmarks of the stages, by BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var quick = new Option<bool>("--short") { Description = "A few iterations only" };
        var command = new Command("micro", "Time and allocation of tokenizer, tagger, entities, claims and HTML, one by one (BenchmarkDotNet)") { quick };
        command.SetAction(parsed =>
        {
            var job = (parsed.GetValue(quick) ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
            var config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(Path.Combine(ProjectLayout.Find().Root, "artifacts", "micro"));
            var summary = BenchmarkRunner.Run<StageBenchmarks>(config);
            return summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success) ? 1 : 0;
        });
        return command;
    }
}
