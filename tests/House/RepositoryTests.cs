using Xunit;

namespace NewsIngest.Tests.House;

/// <summary>What a reader of the repository relies on, whoever edits it.</summary>
public sealed class RepositoryTests
{
    private const int LongestSourceFile = 400;

    [Fact]
    public void No_source_file_is_longer_than_one_can_read_at_once()
    {
        var files = SourceFiles().ToList();
        Assert.NotEmpty(files);

        var tooLong = files.Select(file => (file, lines: File.ReadLines(file).Count())).Where(f => f.lines > LongestSourceFile);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_package_version_is_central()
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(projects);

        Assert.All(projects, project => Assert.DoesNotContain("Version=\"", File.ReadAllText(project), StringComparison.Ordinal));
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules"));
}
