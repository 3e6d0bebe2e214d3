namespace NewsIngest.Local.Commands;

/// <summary>What the program returns to the shell; the same for every command.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int SomeFailed = 1;
    public const int BadUsage = 2;
    public const int NotSetUp = 3;
    public const int Interrupted = 130;

    public const string Help =
        """
        Exit codes:
          0  done
          1  some of the input failed; what and why is on standard error
          2  the command line is wrong
          3  something the program needs is missing or set wrongly (Node.js, npm, a free port, storage, host.json)
          130  stopped with Ctrl+C before it was done
        """;
}
