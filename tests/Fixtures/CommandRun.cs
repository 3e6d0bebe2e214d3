using System.Text;
using NewsIngest.Local.Commands;
using Xunit;

namespace NewsIngest.Tests.Fixtures;

/// <summary>Runs the command line inside the test, as if piped.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> RunAsync(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var io = new CommandIo(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, TextWriter.Synchronized(error), IsTerminal: false);
        var exitCode = await new CommandLine(io).RunAsync(arguments, TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
