namespace NewsIngest.Bench.Runs;

/// <summary>Where the sources lie: the folder of NewsIngest.sln above the program.</summary>
internal static class RepositoryRoot
{
    /// <exception cref="DirectoryNotFoundException">The program runs outside the repository.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsIngest.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"NewsIngest.sln was not found above {AppContext.BaseDirectory}");
    }
}
