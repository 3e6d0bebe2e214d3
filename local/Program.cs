using NewsIngest.Local.Commands;

return await new CommandLine(CommandIo.Console()).RunAsync(args);
