using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Parsing;
using NewsIngest.Storage;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class SettingsTests
{
    private const string Identity = "AzureWebJobsStorage:";

    [Fact]
    public void A_missing_connection_is_named() =>
        Assert.Contains("The setting AzureWebJobsStorage is missing", Start().Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_connection_is_named_and_not_repeated()
    {
        var message = Start(("AzureWebJobsStorage", "AccountKey=hush")).Message;
        Assert.Contains("The setting AzureWebJobsStorage is not a storage connection string", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_address_of_the_identity_form_is_named() => Assert.Contains(
        "The setting AzureWebJobsStorage__tableServiceUri is missing",
        Start((Identity + "blobServiceUri", "https://a.blob.core.windows.net"), (Identity + "queueServiceUri", "https://a.queue.core.windows.net")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("blobServiceUri", "not an address", "AzureWebJobsStorage__blobServiceUri is not an address")]
    [InlineData("credential", "password", "only \"managedidentity\" is known")]
    public void A_wrong_part_of_the_identity_form_is_named(string name, string value, string message) =>
        Assert.Contains(message, Start([.. Addresses(), (Identity + name, value)]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("MaxFileBytes", "0")]
    [InlineData("MaxAttempts", "0")]
    [InlineData("OutagePatience", "01:00:00")]
    [InlineData("DeletionCheck", "00:00:00")]
    [InlineData("NetworkTimeout", "00:10:00")]
    [InlineData("MaxStatusPages", "0")]
    [InlineData("MaxFileBytes", "ten")]
    [InlineData("Parsing:MaxPdfPages", "0")]
    [InlineData("Parsing:MaxTime", "00:00:00")]
    [InlineData("Parsing:MaxJsonDepth", "deep")]
    [InlineData("Parsing:MaxPdfPage", "10")]
    public void A_limit_that_makes_no_sense_is_named(string name, string value) =>
        Assert.Contains("NewsIngest:" + name, Start(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("NewsIngest:" + name, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_setting_that_nobody_reads_is_named() => Assert.Contains(
        "The setting NewsIngest:MaxFileByte is not known; known are MaxFileBytes, ",
        Start(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("NewsIngest:MaxFileByte", "1000")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Every_setting_is_described()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs", "hosts.md"));

        Assert.All(typeof(StorageOptions).GetProperties(), property => Assert.Contains($"| `{StorageOptions.Section}__{property.Name}` |", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_of_the_parsers_can_be_set()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([
            KeyValuePair.Create("NewsIngest:Parsing:MaxPdfPages", (string?)"3"), KeyValuePair.Create("NewsIngest:Parsing:MaxTime", (string?)"00:00:07"),
        ]).Build();

        var limits = ParsingLimits.Read(settings, new StorageOptions { MaxFileBytes = 1234 });

        Assert.Equal(new ParsingOptions { MaxBytes = 1234, MaxPdfPages = 3, MaxTime = TimeSpan.FromSeconds(7) }, limits);
        var guide = File.ReadAllText(Repository.PathOf("docs", "formats.md"));
        Assert.All(typeof(ParsingOptions).GetProperties(), limit => Assert.Contains($"`{limit.Name}`", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void An_identity_is_accepted()
    {
        using var services = Services([.. Addresses(), (Identity + "credential", "managedidentity"), (Identity + "clientId", "00000000-0000-0000-0000-000000000001")]).BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<ArticleIngestor>());
    }

    private static (string Name, string Value)[] Addresses() =>
    [
        (Identity + "blobServiceUri", "https://a.blob.core.windows.net"),
        (Identity + "queueServiceUri", "https://a.queue.core.windows.net"),
        (Identity + "tableServiceUri", "https://a.table.core.windows.net"),
    ];

    private static InvalidOperationException Start(params (string Name, string Value)[] settings) =>
        Assert.Throws<InvalidOperationException>(() => Services(settings));

    private static IServiceCollection Services(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings) values[name] = value;
        return new ServiceCollection().AddNewsIngest(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
