using NewsIngest.Articles;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

public sealed class CrashInNewFileTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] is near";

    [Fact]
    public Task First_ingest() => new CrashCampaign(azurite).EveryCallAsync(null, Talks, instance => CrashCampaign.IngestAsync(instance, instance));

    [Fact]
    public Task Bad_file_that_became_good() => new CrashCampaign(azurite).EveryCallAsync("|!", Talks, instance => CrashCampaign.IngestAsync(instance, instance));
}

public sealed class CrashInNewVersionTests(AzuriteFixture azurite)
{
    private const string First = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] is near";
    private const string Second = "2024-03-05|Bridge closed\nAnna Berg: the bridge is shut\nDora Lind: no ferry sails";

    [Fact]
    public Task Overwritten_file() => new CrashCampaign(azurite).EverySecondCallAsync(First, Second, instance => CrashCampaign.IngestAsync(instance, instance));

    [Fact]
    public Task Good_file_that_became_bad() => new CrashCampaign(azurite).EverySecondCallAsync(First, "|!", instance => CrashCampaign.IngestAsync(instance, instance));
}

public sealed class CrashInFeedTests(AzuriteFixture azurite)
{
    private const string Feed = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second";
    private const string OtherFeed = "2024-01-02|Only\nAnna Berg: another\n---\n2024-01-03|Third\nAnna Berg: third";

    [Fact]
    public Task File_of_other_articles() => new CrashCampaign(azurite).EverySecondCallAsync(Feed, OtherFeed, instance => CrashCampaign.IngestAsync(instance, instance));
}

public sealed class CrashInDeletionTests(AzuriteFixture azurite)
{
    private const string Talks = "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open";

    [Fact]
    public Task Dropped_again_after_a_delete() => new CrashCampaign(azurite).EverySecondCallAsync(
        Talks, Talks, instance => CrashCampaign.IngestAsync(instance, instance), healthy => healthy.Deleter.DeleteFileAsync(CrashCampaign.File));

    [Fact]
    public Task Delete() => new CrashCampaign(azurite).EverySecondCallAsync(Talks, null, async instance =>
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, CrashCampaign.File);
        await using var healthy = instance.Other();
        try
        {
            await instance.Deleter.DeleteAsync(id);
        }
        catch (CrashException)
        {
            if ((await healthy.Queue(StorageNames.ParsedQueue).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                await healthy.Extractor.ExtractAsync(new ArticleMessage(id, "delete"));
            await healthy.Deleter.DeleteAsync(id);
        }
    });
}
