namespace NewsIngest.Local.Commands;

/// <summary>What a command reads and writes. Results go to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
internal sealed record CommandIo(Stream In, Stream Out, TextWriter Error)
{
    public static CommandIo Console() => new(System.Console.OpenStandardInput(), System.Console.OpenStandardOutput(), System.Console.Error);
}
