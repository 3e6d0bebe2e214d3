using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

public sealed class BicepTests
{
    private const string Files = "infra/**/*.bicep*";

    [Fact]
    public async Task All_of_it_compiles_without_a_single_diagnostic()
    {
        var (exitCode, output, error) = await Bicep.RunAsync(["lint", "--no-restore", "--pattern", Files]);

        Assert.Equal("", output + error);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task The_linter_takes_a_fault_for_an_error()
    {
        await using var folder = new TemporaryFolder();
        folder.Write("infra/bicepconfig.json", await File.ReadAllTextAsync(Repository.PathOf("infra", "bicepconfig.json"), TestContext.Current.CancellationToken));
        folder.Write("infra/main.bicep", "param unused string\n");

        var (exitCode, output, error) = await Bicep.RunAsync(["lint", "--no-restore", "--pattern", Files], folder.FullName);

        Assert.Contains("Error no-unused-params", output + error, StringComparison.Ordinal);
        Assert.NotEqual(0, exitCode);
    }

    [Fact]
    public async Task All_of_it_is_formatted()
    {
        await using var folder = new TemporaryFolder();
        var files = Sources().ToDictionary(file => file, File.ReadAllText);
        Assert.NotEmpty(files);
        foreach (var (file, text) in files) folder.Write(Path.GetRelativePath(Repository.Root, file), text);

        var (exitCode, _, error) = await Bicep.RunAsync(["format", "--pattern", Files], folder.FullName);

        Assert.True(exitCode == 0, error);
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllText(folder[Path.GetRelativePath(Repository.Root, file.Key)])));
    }

    /// <summary>Update a snapshot with <c>bicep snapshot FILE.bicepparam --mode overwrite</c> and the same options.</summary>
    [Theory]
    [InlineData("infra/dev.bicepparam")]
    [InlineData("infra/prod.bicepparam")]
    [InlineData("tests/Infra/connected.bicepparam")]
    public async Task What_would_be_deployed_is_what_was_reviewed(string parameters)
    {
        var (exitCode, output, error) = await Bicep.RunAsync(
        [
            "snapshot", parameters, "--mode", "validate",
            "--tenant-id", "00000000-0000-0000-0000-000000000001",
            "--subscription-id", "00000000-0000-0000-0000-000000000002",
            "--location", "westeurope",
            "--deployment-name", "newsingest",
        ]);

        Assert.True(exitCode == 0, output + error);
        Assert.Equal("", output + error);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam" or ".json");
}
