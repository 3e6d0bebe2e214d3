namespace NewsIngest.Tests.House;

/// <summary>Finds the checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Full path of the folder that holds NewsIngest.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsIngest.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"NewsIngest.sln was not found above {AppContext.BaseDirectory}");
    }
}
