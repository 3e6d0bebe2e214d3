using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Host;

/// <summary>
/// The worker's packages are not on every feed. So a debug build of the solution leaves the functions project out, and nothing
/// in the repository may pose as one of those packages.
/// </summary>
public sealed partial class FunctionsProjectTests
{
    [Fact]
    public void A_debug_build_of_the_solution_leaves_the_functions_out_and_a_release_build_does_not()
    {
        var solution = File.ReadAllText(Repository.PathOf("NewsIngest.sln"));
        var id = FunctionsProject().Match(solution).Groups[1].Value;

        Assert.NotEmpty(id);
        Assert.Contains($"{id}.Release|Any CPU.Build.0 = Release|Any CPU", solution, StringComparison.Ordinal);
        Assert.DoesNotContain($"{id}.Debug|Any CPU.Build.0", solution, StringComparison.Ordinal);
    }

    [Fact]
    public void No_project_poses_as_a_package_of_the_worker()
    {
        var projects = ProjectFiles("*.csproj").ToList();
        Assert.NotEmpty(projects);

        Assert.All(projects, project =>
        {
            var names = XDocument.Load(project).Descendants().Where(element => element.Name.LocalName is "AssemblyName" or "PackageId").Select(element => element.Value);
            Assert.All([Path.GetFileNameWithoutExtension(project), .. names], name => Assert.DoesNotContain("Azure", name, StringComparison.OrdinalIgnoreCase));
        });
        Assert.Empty(ProjectFiles("nuget.config").Concat(ProjectFiles("NuGet.Config")).Concat(ProjectFiles("*.nupkg")));
    }

    [Fact]
    public void Both_hosts_run_the_same_sources()
    {
        var compiled = XDocument.Load(Repository.PathOf("local", "NewsIngest.Local.csproj")).Descendants("Compile")
            .Single(element => element.Attribute("Include")?.Value.Contains("functions", StringComparison.Ordinal) == true);

        Assert.Equal("../functions/**/*.cs", compiled.Attribute("Include")!.Value);
        Assert.Equal("../functions/Program.cs;../functions/bin/**;../functions/obj/**", compiled.Attribute("Exclude")!.Value);
    }

    [Fact]
    public void What_is_published_is_compiled_ahead_for_Linux_and_holds_no_settings_of_a_developer()
    {
        var project = XDocument.Load(Repository.PathOf("functions", "NewsIngest.Functions.csproj"));
        var published = project.Descendants("PropertyGroup").Single(group => group.Attribute("Condition")?.Value == "'$(_IsPublishing)' == 'true'");
        var settings = project.Descendants("None").Single(item => item.Attribute("Update")?.Value == "local.settings.json");

        Assert.Equal(("linux-x64", "true", "false"), (published.Element("RuntimeIdentifier")?.Value, published.Element("PublishReadyToRun")?.Value, published.Element("SelfContained")?.Value));
        Assert.Equal("en", project.Descendants("SatelliteResourceLanguages").Single().Value);
        Assert.Equal("Never", settings.Attribute("CopyToPublishDirectory")?.Value);
    }

    [GeneratedRegex("""= "NewsIngest\.Functions", "[^"]+", "(\{[0-9A-F-]+\})"$""", RegexOptions.Multiline)]
    private static partial Regex FunctionsProject();

    private static IEnumerable<string> ProjectFiles(string pattern) =>
        Directory.EnumerateFiles(Repository.Root, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));
}
