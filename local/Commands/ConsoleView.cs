using System.Text;
using Spectre.Console;

namespace NewsIngest.Local.Commands;

/// <summary>Where a command shows things to people: coloured and moving on a terminal, plain lines anywhere else.</summary>
internal static class ConsoleView
{
    private const int WidthWhenPiped = 160;

    public static IAnsiConsole Create(CommandIo io)
    {
        var writer = new StreamWriter(io.Out, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = io.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = io.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = io.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!io.IsTerminal) console.Profile.Width = WidthWhenPiped;
        return console;
    }
}
