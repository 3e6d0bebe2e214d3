using System.Text.RegularExpressions;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>What lies around the templates: workflows, hooks and the guide.</summary>
public sealed partial class DeploymentFilesTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Repository.PathOf(".github", "workflows")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_pins_its_actions_and_may_do_little(string name)
    {
        var text = Read(".github", "workflows", name);
        var actions = UsedAction().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[A-Za-z0-9./_-]+@(v[0-9]+|[0-9a-f]{40})$", action));
        Assert.Contains("\npermissions:\n  contents: read\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.Equal(name == "deploy.yml", text.Contains("id-token: write", StringComparison.Ordinal));
        Assert.Equal(Regex.Count(text, "runs-on:"), Regex.Count(text, "timeout-minutes:"));
    }

    [Fact]
    public void The_continuous_build_runs_what_developers_run()
    {
        var text = Read(".github", "workflows", "ci.yml");

        Assert.Contains("- run: .ci/run\n", text, StringComparison.Ordinal);
        Assert.Contains("- run: dotnet build --configuration Release\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hooks_that_azd_runs_are_there()
    {
        var hooks = HookPath().Matches(Read("azure.yaml")).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(4, hooks.Count);
        Assert.All(hooks, hook => Assert.True(File.Exists(Repository.PathOf(hook.Split('/')))));
        Assert.All(hooks.Where(hook => hook.EndsWith(".sh", StringComparison.Ordinal)), hook => Assert.DoesNotContain('\r', Read(hook.Split('/'))));
        Assert.Contains($"'azd-service-name': '{ServiceName().Match(Read("azure.yaml")).Groups[1].Value}'", Read("infra", "modules", "functionApp.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_lists_every_variable_and_every_option()
    {
        var guide = Read("infra", "README.md");
        var variables = Variable().Matches(Read("infra", "main.bicepparam")).Select(match => match.Groups[1].Value).ToList();
        var options = Option().Matches(Read("infra", "options.bicep")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(variables);
        Assert.True(options.Count > 15);
        Assert.All(variables.Concat(options), name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_route_that_is_spoken_of_exists()
    {
        var routes = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly).Select(function => function.Trigger).OfType<HttpFunctionTrigger>()
            .SelectMany(route => route.Methods.Select(method => $"{method} /api/{route.Route}")).ToHashSet(StringComparer.Ordinal);
        var texts = Directory.EnumerateFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".md" or ".bicep" or ".json").Select(File.ReadAllText);
        var spoken = texts.SelectMany(text => Route().Matches(text)).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(spoken.Count > 4);
        Assert.All(spoken, route => Assert.Contains(route, routes));
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathOf(path));

    [GeneratedRegex(@"uses: (\S+)")]
    private static partial Regex UsedAction();

    [GeneratedRegex(@"run: \./(infra/hooks/\S+)")]
    private static partial Regex HookPath();

    [GeneratedRegex(@"^services:\n  (\w+):", RegexOptions.Multiline)]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^  (\w+): ", RegexOptions.Multiline)]
    private static partial Regex Option();

    [GeneratedRegex(@"(GET|POST|DELETE) /api/[a-z{}/]*[a-z}]")]
    private static partial Regex Route();
}
