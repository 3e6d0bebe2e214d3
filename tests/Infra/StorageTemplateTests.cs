using System.Reflection;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>The storage account has what the code uses, by the same names.</summary>
public sealed class StorageTemplateTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    private static readonly IReadOnlyList<FunctionDescriptor> Functions = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly);

    public static TheoryData<string> Kinds => ["Container", "Queue", "Table"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_the_code_names_is_there_and_nothing_else(string kind)
    {
        var type = kind switch { "Container" => "/blobServices/containers", "Queue" => "/queueServices/queues", _ => "/tableServices/tables" };
        string[] notOfTheCode = kind == "Container" ? ["deadletters", "packages"] : [];
        var named = Constants(kind);
        Assert.NotEmpty(named);

        Assert.All(Deployment.All, deployment =>
            Assert.Equal(named.Concat(notOfTheCode).Order(StringComparer.Ordinal), deployment.NamesOf(Account + type).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_queue_that_a_function_reads_or_writes_is_there_with_its_poison_queue()
    {
        var queues = Functions.Select(function => function.Trigger).OfType<QueueFunctionTrigger>().Select(trigger => trigger.Queue)
            .Concat(Functions.Select(function => function.OutputQueue).OfType<string>()).Distinct().ToList();
        var there = Deployment.Dev.NamesOf(Account + "/queueServices/queues").ToList();

        Assert.Equal([StorageNames.DeletedQueue, StorageNames.ParsedQueue], queues.Order(StringComparer.Ordinal));
        Assert.All(queues, queue =>
        {
            Assert.Contains(queue, there);
            Assert.Contains(queue + HostStorage.PoisonSuffix, there);
        });
        Assert.Contains(HostStorage.BlobPoisonQueue, there);
        Assert.All(StorageNames.PoisonQueues, queue => Assert.Contains(queue, there));
    }

    [Fact]
    public void Nobody_gets_in_with_a_key_or_without_any() => Assert.All(Deployment.All, deployment =>
    {
        var account = deployment.One(Account).GetProperty("properties");
        Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
        Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.All(deployment.Of(Account + "/blobServices/containers"), container => Assert.Equal("None", container.At("properties", "publicAccess").GetString()));
    });

    [Fact]
    public void What_is_deleted_can_be_brought_back() => Assert.All(Deployment.All, deployment =>
    {
        var blobs = deployment.One(Account + "/blobServices").GetProperty("properties");
        Assert.All((string[])["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], policy =>
        {
            Assert.True(blobs.At(policy, "enabled").GetBoolean());
            Assert.True(blobs.At(policy, "days").GetInt32() >= 7);
        });
    });

    [Fact]
    public void Only_dead_letters_and_files_age()
    {
        Assert.Equal(["delete-dead-letters deadletters/"], Rules(Deployment.Dev));
        Assert.Equal(["cool-files articles/", "delete-dead-letters deadletters/"], Rules(Deployment.Prod));
        Assert.Equal(["delete-dead-letters deadletters/", "delete-files articles/"], Rules(Deployment.Connected));
    }

    [Fact]
    public void Private_storage_lets_in_private_endpoints_and_trusted_services_only()
    {
        var rules = Deployment.Prod.One(Account).At("properties", "networkAcls");

        Assert.Equal(("Deny", "AzureServices"), (rules.GetProperty("defaultAction").GetString(), rules.GetProperty("bypass").GetString()));
        Assert.Equal(["blob", "queue", "table"], Deployment.Prod.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.At("properties", "privateLinkServiceConnections")[0].At("properties", "groupIds")[0].GetString()));
        Assert.Equal(
            ["blob", "queue", "table"],
            Deployment.Prod.Of("Microsoft.Network/privateDnsZones").Select(zone => zone.GetProperty("name").GetString()!.Split('\'')[3]));
        Assert.Empty(Deployment.Dev.Of("Microsoft.Network/virtualNetworks"));
    }

    private static IEnumerable<string> Rules(Deployment deployment) =>
        deployment.One(Account + "/managementPolicies").At("properties", "policy", "rules").EnumerateArray()
            .Select(rule => $"{rule.GetProperty("name").GetString()} {rule.At("definition", "filters", "prefixMatch")[0].GetString()}")
            .Order(StringComparer.Ordinal);

    private static List<string> Constants(string kind) =>
    [
        .. typeof(StorageNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.Name.EndsWith(kind, StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];
}
