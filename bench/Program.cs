using System.CommandLine;
using NewsIngest.Bench.Commands;

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
    SpeedCommand.CreateWorker(),
    CostCommand.Create(),
    PipelineCommand.Create(),
    SimulateCommand.Create(),
    QueriesCommand.Create(),
    LinearityCommand.Create(),
    HostileCommand.Create(),
    FuzzCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
