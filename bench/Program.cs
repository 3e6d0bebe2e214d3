using System.CommandLine;
using NewsIngest.Bench.Commands;
using NewsIngest.Bench.Speed;

if (args is [SpeedWorker.Name, ..])
{
    SpeedWorker.Run(args[1..]);
    return 0;
}

var root = new RootCommand("Measures NewsIngest: quality, speed, cost; trains its language model.")
{
    TrainCommand.Create(),
    ParseEvalCommand.Create(),
    QualityCommand.Create(),
    ParseCommand.Create(),
    TrainNamesCommand.Create(),
    NamesEvalCommand.Create(),
    ScreenshotsCommand.Create(),
    FaultsCommand.Create(),
    SpeedCommand.Create(),
    MicroCommand.Create(),
    CostCommand.Create(),
    PipelineCommand.Create(),
    SimulateCommand.Create(),
    QueriesCommand.Create(),
    LinearityCommand.Create(),
    HostileCommand.Create(),
    HostileCommand.CreateWorker(),
    FuzzCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
