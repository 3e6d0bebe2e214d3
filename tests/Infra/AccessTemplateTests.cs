using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>Who may do what, and that no secret leaves the deployment.</summary>
public sealed partial class AccessTemplateTests
{
    /// <summary>Role, where it is given, and why. A line more here is a decision.</summary>
    private const string Allowed =
        """
        Storage Blob Data Owner            storageAccounts      the app reads files, writes articles and holds the leases and keys of its host
        Storage Queue Data Contributor     storageAccounts      the app sends, receives and gives up messages
        Storage Table Data Contributor     storageAccounts      the app writes and reads manifest and index
        Monitoring Metrics Publisher       components           the app sends its telemetry without a key
        Storage Queue Data Message Sender  queues               Event Grid tells of deleted files
        Storage Blob Data Contributor      containers           Event Grid keeps dead letters; whoever deploys may drop files
        """;

    private static readonly Dictionary<string, string> RoleNames = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
    };

    [Fact]
    public void Every_role_is_one_of_those_allowed_and_no_wider() => Assert.All(Deployment.All, deployment =>
    {
        var allowed = Allowed.ReplaceLineEndings("\n").Split('\n').Select(line => (Role: line[..35].TrimEnd(), Scope: line[35..56].TrimEnd())).ToList();

        var given = deployment.Of("Microsoft.Authorization/roleAssignments").Select(assignment => (
            Role: RoleNames.GetValueOrDefault(assignment.At("properties", "roleDefinitionId").GetString()!.Split('/')[^1], "another role"),
            Scope: assignment.GetProperty("id").GetString()!.Split("/providers/Microsoft.Authorization/", 2)[0].Split('/')[^2])).ToList();

        Assert.All(given, role => Assert.Contains(role, allowed));
        Assert.Equal(allowed.Order(), given.Distinct().Order());
    });

    [Fact]
    public void Event_Grid_reaches_one_queue_and_one_container_and_whoever_deploys_one_container()
    {
        var narrow = Deployment.Connected.Of("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.GetProperty("id").GetString()!)
            .Where(id => id.Contains("/default/", StringComparison.Ordinal)).Select(id => id.Split("/default/", 2)[1].Split("/providers/", 2)[0]);

        Assert.Equal(["containers/articles", "containers/deadletters", "queues/articles-deleted"], narrow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_output_holds_a_secret()
    {
        var outputs = Outputs(await Bicep.MainAsync()).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output =>
        {
            Assert.DoesNotMatch(Secret(), output.Name + " " + output.Value.GetRawText());
            Assert.DoesNotContain("secure", output.Value.GetProperty("type").GetString(), StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Keys_are_read_in_one_place_only()
    {
        var text = (await Bicep.MainAsync()).GetRawText();

        Assert.Equal(1, Regex.Count(text, "list[A-Z][A-Za-z]*\\("));
        Assert.DoesNotContain("AccountKey", text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Outputs of a template and of all templates inside it.</summary>
    private static IEnumerable<JsonProperty> Outputs(JsonElement template)
    {
        if (template.TryGetProperty("outputs", out var outputs))
        {
            foreach (var output in outputs.EnumerateObject()) yield return output;
        }

        var resources = template.GetProperty("resources");
        foreach (var resource in resources.ValueKind == JsonValueKind.Object ? resources.EnumerateObject().Select(entry => entry.Value) : resources.EnumerateArray())
        {
            if (resource.GetProperty("type").GetString() != "Microsoft.Resources/deployments" || !resource.At("properties").TryGetProperty("template", out var inner)) continue;
            foreach (var output in Outputs(inner)) yield return output;
        }
    }

    [GeneratedRegex("list[A-Z][a-zA-Z]*\\(|ConnectionString|InstrumentationKey|sharedKey|password|secret|sasToken", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
