using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Query;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class StartUpTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_that_only_answers_queries_loads_no_model()
    {
        var loaded = false;
        await using var services = Services(azurite.NewAccount(), createStorage: true, collection => collection.AddSingleton<Func<Article, ArticleAnalysis>>(_ =>
        {
            loaded = true;
            return ScriptedNews.Analyze;
        }));

        await StartAsync(services);
        Assert.Empty((await services.GetRequiredService<QueryService>().ClaimsAsync(new ClaimQuery(), Cancel)).Items);
        Assert.False(loaded);

        services.GetRequiredService<ArticleExtractor>();
        Assert.True(loaded);
    }

    [Fact]
    public async Task Where_the_deployment_made_the_storage_a_start_makes_no_call()
    {
        await using var services = Services("DefaultEndpointsProtocol=https;AccountName=nowhere;AccountKey=aHVzaA==;EndpointSuffix=storage.invalid", createStorage: false, _ => { });

        await StartAsync(services);

        Assert.NotNull(services.GetRequiredService<QueryService>());
    }

    private static async Task StartAsync(ServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            if (service is IHostedLifecycleService lifecycle) await lifecycle.StartingAsync(Cancel);
            await service.StartAsync(Cancel);
        }
    }

    private static ServiceProvider Services(string connection, bool createStorage, Action<IServiceCollection> add)
    {
        var settings = new Dictionary<string, string?> { [StorageNames.Connection] = connection, ["NewsIngest:CreateStorage"] = createStorage.ToString() };
        var collection = new ServiceCollection().AddLogging();
        add(collection);
        return collection.AddNewsIngest(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
