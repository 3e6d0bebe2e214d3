using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsIngest.Local.Azurite;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Api;

/// <summary>Health is what a platform may ask without a key.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_200_while_the_storage_answers_and_503_when_it_is_gone()
    {
        var account = AzuriteAccount.Named("health");
        var azurite = await AzuriteProcess.StartAsync(await AzuriteFixture.InstallAsync(Cancel), new AzuriteOptions { Accounts = [account] }, Cancel);
        await using var host = await RunningHost.StartAsync(azurite.ConnectionString(account), ("DevelopmentHost:Keys:Function", "a-key"));

        using (var healthy = await host.Http.GetAsync("api/health", Cancel))
        {
            Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);
            Assert.True((await healthy.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("healthy").GetBoolean());
        }

        await azurite.DisposeAsync();
        var ill = await Eventually.GetAsync(
            async () =>
            {
                using var answer = await host.Http.GetAsync("api/health", Cancel);
                return (answer.StatusCode, Body: await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
            },
            answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable,
            "an unhealthy answer");
        Assert.Equal((false, false, false), (ill.Body.GetProperty("blobs").GetBoolean(), ill.Body.GetProperty("queues").GetBoolean(), ill.Body.GetProperty("tables").GetBoolean()));
    }
}
