namespace NewsIngest.Parsing;

/// <summary>A file that cannot be read as an article. Trying again will not help: the file itself must change.</summary>
public sealed class ParseException(string file, string reason, Exception? inner = null)
    : Exception($"{file}: {reason}", inner)
{
    /// <summary>Path of the file as it was dropped.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong with it, for the person who dropped it.</summary>
    public string Reason { get; } = reason;
}
