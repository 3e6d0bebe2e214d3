using System.Text.Json;
using NewsIngest.Bench.Generation;
using NewsIngest.Query;
using NewsIngest.Serialization;
using NewsIngest.Storage.Backup;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>What was exported and imported answers as before.</summary>
public sealed class BackupTests(AzuriteFixture azurite)
{
    private const string Feed = "2024-01-01|One\nAnna Berg: first\n---\n2024-01-02|Two\nAnna Berg: second [Norland]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_into_an_empty_storage_gives_the_same_answers()
    {
        await using var folder = new TemporaryFolder();
        await using var storage = await WithNewsAsync();
        var exported = await storage.Exporter.ExportAsync(folder["backup"], null, Cancel);
        await using var empty = await StorageHarness.CreateAsync(azurite.NewAccount(), _ => throw new InvalidOperationException("nothing is extracted again"));

        var imported = await empty.Importer.ImportAsync(folder["backup"], null, Cancel);

        Assert.Equal(exported, imported);
        Assert.Equal(await AnswersAsync(storage), await AnswersAsync(empty));
        StorageSnapshot.AssertSame(await storage.SnapshotAsync(), await empty.SnapshotAsync(), "imported");
        // The events of the imported files find everything done, and the deleted article stays so.
        Assert.Empty(await empty.Ingestor.IngestAsync("news/ä b.txt", Cancel));
        Assert.Empty(await empty.Ingestor.IngestAsync("feed", Cancel));
        StorageSnapshot.AssertSame(await storage.SnapshotAsync(), await empty.SnapshotAsync(), "events of imported files");
    }

    [Fact]
    public async Task An_import_that_broke_off_goes_on()
    {
        await using var folder = new TemporaryFolder();
        await using var storage = await WithNewsAsync();
        await storage.Exporter.ExportAsync(folder["backup"], null, Cancel);
        await using var empty = await StorageHarness.CreateAsync(azurite.NewAccount());
        foreach (var calls in (int[])[4, 13, 13])
        {
            await using var dying = empty.Other(null, new CrashPolicy(calls));
            await Assert.ThrowsAsync<CrashException>(() => dying.Importer.ImportAsync(folder["backup"], null, Cancel));
        }

        await empty.Importer.ImportAsync(folder["backup"], null, Cancel);

        StorageSnapshot.AssertSame(await storage.SnapshotAsync(), await empty.SnapshotAsync(), "imported in several runs");
    }

    [Fact]
    public async Task A_folder_that_is_no_backup_is_refused()
    {
        await using var folder = new TemporaryFolder();
        await using var storage = await WithNewsAsync();
        folder.Write("full/note.txt", "here already");
        await Assert.ThrowsAsync<BackupException>(() => storage.Exporter.ExportAsync(folder["full"], null, Cancel));
        await Assert.ThrowsAsync<BackupException>(() => storage.Importer.ImportAsync(folder["full"], null, Cancel));

        await storage.Exporter.ExportAsync(folder["backup"], null, Cancel);
        var before = await storage.SnapshotAsync();
        folder.Write("backup/files.jsonl", """{"blob":"../../out.txt","state":"done","time":"2024-01-01T00:00:00Z"}""");
        await Assert.ThrowsAsync<BackupException>(() => storage.Importer.ImportAsync(folder["backup"], null, Cancel));
        folder.Write("backup/files.jsonl", """{"blob":"a.txt","state":"done","time":"2024-01-01T00:00:00Z","articles":[{"id":"../../x","revision":"r","contentHash":"h","state":"done","time":"2024-01-01T00:00:00Z"}]}""");
        await Assert.ThrowsAsync<BackupException>(() => storage.Importer.ImportAsync(folder["backup"], null, Cancel));
        StorageSnapshot.AssertSame(before, await storage.SnapshotAsync(), "refused");
    }

    [Fact]
    public async Task The_command_line_exports_and_imports()
    {
        await using var folder = new TemporaryFolder();
        var (from, to) = (azurite.NewAccount(), azurite.NewAccount());
        await using var host = await RunningHost.StartAsync(from);
        var news = new NewsGenerator(1).File(0);
        await host.DropAsync(news.Name, BinaryData.FromBytes(news.Content));
        await Eventually.GetAsync(() => host.StateAsync(news.Name), file => file?.State == "done", "the file to be queryable");

        var export = await CommandRun.RunAsync("", "export", folder["backup"], "--storage", from);
        var import = await CommandRun.RunAsync("", "import", folder["backup"], "--storage", to);
        var again = await CommandRun.RunAsync("", "export", folder["backup"], "--storage", from);

        Assert.Equal((0, 0, 1), (export.ExitCode, import.ExitCode, again.ExitCode));
        Assert.Contains("import: 1 files, 1 articles", import.Error, StringComparison.Ordinal);
        StorageSnapshot.AssertSame(await StorageSnapshot.TakeAsync(from), await StorageSnapshot.TakeAsync(to), "imported by command");
    }

    private static async Task<string> AnswersAsync(StorageHarness storage)
    {
        var claims = await storage.ClaimsAsync();
        var about = await storage.ClaimsAsync(about: "Norland");
        var articles = await storage.Query.ArticlesAsync(new ArticleListQuery(), Cancel);
        var status = await storage.Query.StatusAsync(Cancel);
        return string.Join(
            '\n',
            JsonSerializer.Serialize(new Page<ClaimLine>(claims, null), NewsIngestJson.Stored.PageClaimLine),
            JsonSerializer.Serialize(new Page<ClaimLine>(about, null), NewsIngestJson.Stored.PageClaimLine),
            JsonSerializer.Serialize(articles, NewsIngestJson.Stored.PageArticleLine),
            string.Join(';', status.Files.Select(pair => $"{pair.Key} {pair.Value}")),
            string.Join(';', status.Failed.Select(file => $"{file.File} {file.Reason}")));
    }

    private async Task<StorageHarness> WithNewsAsync()
    {
        var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("news/ä b.txt", "2024-03-01|Talks in Riverton\nAnna Berg: the bridge to [Norland] stays open");
        await storage.DropAndIngestAsync("feed", Feed);
        await storage.Deleter.DeleteAsync((await storage.Query.ArticlesAsync(new ArticleListQuery(), Cancel)).Items.Single(article => article.Title == "One").Id, Cancel);
        await storage.DropAndIngestAsync("foreign.txt", "2024-03-02|foreign\nnichts");
        await storage.DropAsync("bad.txt", "|!");
        await Assert.ThrowsAnyAsync<Exception>(() => storage.IngestAsync("bad.txt"));
        return storage;
    }
}
