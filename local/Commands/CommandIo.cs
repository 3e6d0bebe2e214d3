namespace NewsIngest.Local.Commands;

/// <summary>What a command reads and writes. Results go to <paramref name="Out"/>, what went wrong to <paramref name="Error"/>.</summary>
internal sealed record CommandIo(Stream In, Stream Out, TextWriter Error, bool IsTerminal)
{
    public static CommandIo Console() =>
        new(System.Console.OpenStandardInput(), System.Console.OpenStandardOutput(), System.Console.Error, !System.Console.IsOutputRedirected);
}
