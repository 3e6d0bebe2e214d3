using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsIngest.Local.Commands;

/// <summary>The library's help, then examples of the command and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction inner, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var text))
        {
            output.WriteLine("Examples:");
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) output.WriteLine($"  {line}");
            output.WriteLine();
        }

        output.WriteLine(ExitCodes.Help);
        return ExitCodes.Done;
    }
}
