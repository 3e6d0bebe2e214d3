using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Local.Hosting;
using NewsIngest.Storage;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Infra;

/// <summary>The function app runs what functions/ publishes, with settings that the code understands.</summary>
public sealed class AppTemplateTests
{
    private const string App = "Microsoft.Web/sites";

    [Fact]
    public void It_runs_on_Flex_Consumption_with_its_own_identity() => Assert.All(Deployment.All, deployment =>
    {
        var app = deployment.One(App).GetProperty("properties");
        Assert.Equal("FC1", deployment.One("Microsoft.Web/serverfarms").At("sku", "name").GetString());
        Assert.Equal(("dotnet-isolated", "10.0"), (app.At("functionAppConfig", "runtime", "name").GetString(), app.At("functionAppConfig", "runtime", "version").GetString()));
        Assert.Equal("UserAssignedIdentity", app.At("functionAppConfig", "deployment", "storage", "authentication", "type").GetString());
        Assert.EndsWith("packages", app.At("functionAppConfig", "deployment", "storage", "value").GetString()!.Replace("')]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(app.GetProperty("httpsOnly").GetBoolean());
        Assert.All(deployment.Of(App + "/basicPublishingCredentialsPolicies"), policy => Assert.False(policy.At("properties", "allow").GetBoolean()));
        Assert.Equal(["ftp", "scm"], deployment.NamesOf(App + "/basicPublishingCredentialsPolicies").Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Instances_that_are_always_ready_belong_to_functions_that_exist()
    {
        var groups = Deployment.Connected.One(App).At("properties", "functionAppConfig", "scaleAndConcurrency", "alwaysReady").EnumerateArray().Select(group => group.GetProperty("name").GetString()!).ToList();
        var functions = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly).Where(function => function.Trigger is QueueFunctionTrigger).Select(function => "function:" + function.Name);

        Assert.Equal(["http", "blob", "function:ExtractClaims"], groups);
        Assert.Contains(groups[2], functions);
    }

    [Fact]
    public void The_code_accepts_the_settings() => Assert.All(Deployment.All, deployment =>
    {
        var settings = Known(deployment);
        using var services = new ServiceCollection().AddLogging().AddNewsIngest(settings).BuildServiceProvider();

        Assert.NotNull(services.GetRequiredService<StorageClients>());
        Assert.False(services.GetRequiredService<StorageOptions>().CreateStorage);
    });

    [Fact]
    public void Every_setting_is_one_that_somebody_reads() => Assert.All(Deployment.All, deployment =>
    {
        string[] platform =
        [
            "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
            "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        ];
        var options = typeof(StorageOptions).GetProperties().Select(property => $"{StorageOptions.Section}__{property.Name}");
        var names = deployment.Settings().Keys.Where(name => !name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal)).ToList();

        Assert.All(platform, name => Assert.Contains(name, names));
        Assert.All(names, name => Assert.Contains(name, platform.Concat(options)));
        var host = HostJson.Load(Repository.PathOf("host.json"), Known(deployment));
        Assert.Equal((8, 4, 2), (host.BlobMaxDegreeOfParallelism, host.QueueBatchSize, host.QueueNewBatchThreshold));
    });

    [Fact]
    public void Telemetry_needs_an_identity_and_has_a_daily_cap() => Assert.All(Deployment.All, deployment =>
    {
        Assert.True(deployment.One("Microsoft.Insights/components").At("properties", "DisableLocalAuth").GetBoolean());
        Assert.True(deployment.One("Microsoft.OperationalInsights/workspaces").At("properties", "features", "disableLocalAuth").GetBoolean());
        Assert.True(deployment.One("Microsoft.OperationalInsights/workspaces").At("properties", "workspaceCapping", "dailyQuotaGb").GetDouble() > 0);
        Assert.Matches("Authorization=AAD", deployment.Settings()["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
    });

    /// <summary>The settings with what is only known in Azure made up.</summary>
    private static IConfigurationRoot Known(Deployment deployment) => new ConfigurationBuilder().AddInMemoryCollection(deployment.Settings().Select(setting =>
        KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), !setting.Value.StartsWith('[') ? setting.Value
            : setting.Key.EndsWith("Uri", StringComparison.Ordinal) ? "https://a.blob.core.windows.net"
            : (string?)"00000000-0000-0000-0000-000000000001"))).Build();
}
