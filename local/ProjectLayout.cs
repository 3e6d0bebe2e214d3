namespace NewsIngest.Local;

/// <summary>Where the parts of a clone are that the development host needs at run time.</summary>
internal sealed record ProjectLayout(string Root)
{
    private const string Marker = "NewsIngest.sln";

    public string Local => Path.Combine(Root, "local");

    public string Seeds => Path.Combine(Root, "seeds");

    /// <summary>Data of the storage emulator; ignored by git.</summary>
    public string AzuriteData => Path.Combine(Root, ".azurite");

    /// <summary>The clone that holds the running program, else the one that holds the current directory.</summary>
    /// <exception cref="SetupException">Neither lies in a clone.</exception>
    public static ProjectLayout Find() =>
        FindFrom(AppContext.BaseDirectory) ?? FindFrom(Directory.GetCurrentDirectory())
        ?? throw new SetupException($"Cannot find {Marker} above {AppContext.BaseDirectory}: run from a clone of the repository, e.g. dotnet run --project local");

    private static ProjectLayout? FindFrom(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker))) return new ProjectLayout(folder.FullName);
        }

        return null;
    }
}
