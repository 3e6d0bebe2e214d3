using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>Answers of the service that are read without the SDK fail and are asked for again as all others.</summary>
public sealed class IndexPageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_answer_that_broke_off_is_asked_for_again_and_counts_once()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("a.txt", "2024-03-01|Talks\nAnna Berg: yes");
        await storage.DropAndIngestAsync("b.txt", "2024-03-02|Talks\nAnna Berg: no");
        var breaks = new BreakPolicy();
        await using var other = storage.Other(null, breaks);
        Assert.Equal(2, (await other.ClaimsAsync("Berg")).Count);
        Assert.Equal(2, breaks.Answers);
    }

    [Fact]
    public async Task An_error_of_the_service_keeps_what_it_says()
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await new TableClient(storage.Connection, StorageNames.IndexTable).DeleteAsync(TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<RequestFailedException>(() => storage.ClaimsAsync());
        Assert.Equal((404, "TableNotFound"), (error.Status, error.ErrorCode));
    }

    /// <summary>The first answer about the index does not come to its end.</summary>
    private sealed class BreakPolicy : HttpPipelinePolicy
    {
        public int Answers { get; private set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Uri.Path.Contains($"/{StorageNames.IndexTable}", StringComparison.Ordinal) && ++Answers == 1) throw new IOException("the connection broke");
        }
    }
}
