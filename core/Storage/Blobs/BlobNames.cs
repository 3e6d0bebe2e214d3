namespace NewsIngest.Storage.Blobs;

/// <summary>What a file may be called.</summary>
internal static class BlobNames
{
    public const int MaxLength = 1024;

    /// <summary>Null when a file of this name can be read, else what is wrong with it.</summary>
    /// <remarks>A "." or ".." segment would be resolved on the way and point out of the container.</remarks>
    public static string? Problem(string name)
    {
        if (string.IsNullOrEmpty(name)) return "a file needs a name";
        if (name.Length > MaxLength) return $"the name has {name.Length} characters; at most {MaxLength} are possible";
        if (name.Contains('\\', StringComparison.Ordinal)) return "the name has a backslash, which on the way becomes \"/\" and so another name";
        return name.Split('/').Any(segment => segment is "." or "..") ? "the name has a \".\" or \"..\" segment" : null;
    }

    /// <summary>The same for a new file, which is not given a name that tools stumble over.</summary>
    public static string? UploadProblem(string name)
    {
        if (Problem(name) is { } problem) return problem;
        if (name.EndsWith('/') || name.EndsWith('.') || name.StartsWith('/')) return "a name neither starts with \"/\" nor ends with \"/\" or \".\"";
        return name.Any(char.IsControl) ? "the name has a control character" : null;
    }
}
