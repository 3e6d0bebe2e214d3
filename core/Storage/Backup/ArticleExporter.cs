using System.Text.Json;
using NewsIngest.Serialization;
using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage.Backup;

/// <summary>Writes all dropped files, parsed articles and analyses to a folder, one at a time in memory. What is ingested meanwhile may or may not be there.</summary>
public sealed class ArticleExporter
{
    private readonly StorageClients clients;
    private readonly ManifestStore manifest;

    internal ArticleExporter(StorageClients clients, ManifestStore manifest)
    {
        this.clients = clients;
        this.manifest = manifest;
    }

    /// <param name="folder">A new or empty folder.</param>
    /// <param name="progress">Told of the number of files so far.</param>
    /// <param name="cancellationToken">Stops between files; a backup without its header is not complete and cannot be imported.</param>
    /// <exception cref="BackupException">The folder is not empty.</exception>
    public async Task<BackupSummary> ExportAsync(string folder, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var backup = new BackupFolder(folder);
        backup.Create();
        var (files, articles) = (0, 0);
        await using (var lines = new StreamWriter(backup.Lines))
        {
            await foreach (var page in manifest.FilePagesAsync(cancellationToken))
            {
                foreach (var file in page.Where(file => file.State != ItemState.Deleted && file.SourceETag.Length > 0))
                {
                    if (await FileAsync(backup, file, cancellationToken) is not { } line) continue;
                    await lines.WriteLineAsync(JsonSerializer.Serialize(line, BackupJson.Stored.BackupFile).AsMemory(), cancellationToken);
                    files++;
                    articles += line.Articles.Count(article => article.State != ItemState.Deleted);
                    progress?.Report(files);
                }
            }
        }

        await File.WriteAllTextAsync(
            backup.Header, JsonSerializer.Serialize(new BackupHeader(BackupFolder.Format, ManifestStore.Schema, manifest.Version), BackupJson.Stored.BackupHeader), cancellationToken);
        return new BackupSummary(files, articles, 0);
    }

    /// <summary>Null when the file is gone meanwhile.</summary>
    private async Task<BackupFile?> FileAsync(BackupFolder backup, FileRow file, CancellationToken cancellationToken)
    {
        if (BlobNames.Problem(file.Blob) is not null) return null;
        var source = clients.Container(StorageNames.ArticlesContainer).GetBlobClient(file.Blob);
        if (!await CopyAsync(source, backup.Source(file.Id), cancellationToken)) return null;
        var articles = new List<BackupArticle>();
        foreach (var id in file.Articles)
        {
            if (await manifest.ArticleAsync(id, cancellationToken) is not { } row) continue;
            articles.Add(new BackupArticle { Id = id, Revision = row.Revision, ContentHash = row.ContentHash, State = row.State, Reason = row.Reason, Time = row.Time });
            if (row.State == ItemState.Deleted) continue;
            await CopyAsync(clients.Container(StorageNames.ParsedContainer).GetBlobClient(id + ".json"), backup.Parsed(id), cancellationToken);
            if (ItemState.IsFinished(row.State)) await CopyAsync(clients.Container(StorageNames.AnalysisContainer).GetBlobClient(id + ".json"), backup.Analysis(id), cancellationToken);
        }

        var type = (await source.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentType;
        return new BackupFile
        {
            Blob = file.Blob,
            ContentType = type,
            State = file.State,
            Reason = file.Reason,
            Time = file.Time,
            ContentHash = file.ContentHash.Length > 0 ? file.ContentHash : null,
            Articles = articles,
        };
    }

    private static async Task<bool> CopyAsync(Azure.Storage.Blobs.BlobClient blob, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var content = await blob.DownloadToAsync(file, cancellationToken);
            return true;
        }
        catch (Azure.RequestFailedException exception) when (exception.Status == 404)
        {
            File.Delete(file);
            return false;
        }
    }
}
