using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsIngest.Entities;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>The user's own names come from a file or a blob that a setting names.</summary>
public sealed class GazetteerSettingTests(AzuriteFixture azurite)
{
    private const string Names = """[{"name":"Harbour Mercury","type":"Organization","aliases":["Mercury"],"ids":["wikidata:Q0"]}]""";

    [Fact]
    public async Task A_gazetteer_is_read_from_a_blob()
    {
        var connection = azurite.NewAccount();
        var container = new BlobContainerClient(connection, "config");
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await container.UploadBlobAsync("names.json", new BinaryData(Encoding.UTF8.GetBytes(Names)), TestContext.Current.CancellationToken);

        await using var services = Services(connection, "config/names.json");

        Assert.Equal("Harbour Mercury", Assert.Single(services.GetRequiredService<Gazetteer>().Entries).Name);
    }

    [Fact]
    public async Task A_gazetteer_is_read_from_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Names, TestContext.Current.CancellationToken);

            await using var services = Services(azurite.NewAccount(), file);

            Assert.Equal("wikidata:Q0", Assert.Single(Assert.Single(services.GetRequiredService<Gazetteer>().Entries).Ids));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("config/missing.json")]
    [InlineData("missing.json")]
    public async Task A_gazetteer_that_is_not_there_stops_the_start_and_names_the_setting(string path)
    {
        await using var services = Services(azurite.NewAccount(), path);
        var startup = services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => startup.StartingAsync(TestContext.Current.CancellationToken));

        Assert.Contains("NewsIngest:Gazetteer", failure.Message, StringComparison.Ordinal);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(string connection, string gazetteer)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [StorageNames.Connection] = connection, ["NewsIngest:Gazetteer"] = gazetteer })
            .Build();
        return new ServiceCollection().AddNewsIngest(configuration).BuildServiceProvider();
    }
}
