using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using NewsIngest.Analysis;
using NewsIngest.Articles;
using NewsIngest.Serialization;
using NewsIngest.Storage.Blobs;
using NewsIngest.Storage.Index;
using NewsIngest.Storage.Manifest;

namespace NewsIngest.Storage.Backup;

/// <summary>
/// Brings a backup into a storage: files, articles and analyses as they were, the index made anew from them, nothing extracted again. Running it again after it broke off goes on.
/// </summary>
public sealed class ArticleImporter
{
    private readonly StorageClients clients;
    private readonly ManifestStore manifest;
    private readonly ArticleBlobs blobs;
    private readonly IndexWriter index;
    private readonly ArticleReprocessor reprocessor;

    internal ArticleImporter(StorageClients clients, ManifestStore manifest, ArticleBlobs blobs, IndexWriter index, ArticleReprocessor reprocessor)
    {
        this.clients = clients;
        this.manifest = manifest;
        this.blobs = blobs;
        this.index = index;
        this.reprocessor = reprocessor;
    }

    /// <param name="folder">What an export wrote.</param>
    /// <param name="progress">Told of the number of files so far.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="BackupException">The folder is not a backup, or is damaged.</exception>
    public async Task<BackupSummary> ImportAsync(string folder, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var backup = new BackupFolder(folder);
        await backup.OpenAsync(cancellationToken);
        var (files, articles, skipped) = (0, 0, 0);
        await foreach (var text in File.ReadLinesAsync(backup.Lines, cancellationToken))
        {
            var line = Line(backup, text);
            if (await FileAsync(backup, line, cancellationToken)) articles += line.Articles.Count(article => article.State != ItemState.Deleted);
            else skipped++;
            files++;
            progress?.Report(files);
        }

        return new BackupSummary(files - skipped, articles, skipped);
    }

    private static BackupFile Line(BackupFolder backup, string text)
    {
        try
        {
            var line = JsonSerializer.Deserialize(text, BackupJson.Stored.BackupFile) ?? throw new BackupException($"{backup.Lines} has an empty line");
            if (BlobNames.Problem(line.Blob) is { } problem) throw new BackupException($"{backup.Lines} names a file that cannot be: {problem}");
            if (line.Articles.FirstOrDefault(article => !ManifestKey.IsId(article.Id)) is { } wrong) throw new BackupException($"{backup.Lines}: \"{wrong.Id}\" is not the id of an article");
            return line;
        }
        catch (JsonException exception)
        {
            throw new BackupException($"{backup.Lines} cannot be read: {exception.Message}");
        }
    }

    /// <returns>False when the storage has this file.</returns>
    private async Task<bool> FileAsync(BackupFolder backup, BackupFile line, CancellationToken cancellationToken)
    {
        var id = ArticleId.From(StorageNames.ArticlesContainer, line.Blob);
        if (await manifest.FileAsync(id, cancellationToken) is not null) return false;
        var etag = await UploadAsync(backup.Source(id), line, cancellationToken);
        var rows = new List<ArticleRow>();
        foreach (var article in line.Articles) rows.Add(await ArticleAsync(backup, line, article, etag, cancellationToken));
        var file = new FileRow
        {
            Id = id,
            Blob = line.Blob,
            SourceETag = etag,
            ContentHash = line.ContentHash ?? "",
            State = rows.Count == 1 && rows[0].Id == id ? rows[0].State : line.State,
            Reason = line.Reason,
            Time = line.Time,
            Version = rows.Count == 1 && rows[0].Id == id ? rows[0].Version : "",
            Articles = [.. rows.Select(row => row.Id)],
        };
        try
        {
            await manifest.WriteAsync(rows, file, cancellationToken);
        }
        catch (RequestFailedException exception) when (StorageConflict.IsStale(exception))
        {
            // A host at work on this storage was faster.
            return false;
        }

        if (file.State == ItemState.Failed) await manifest.ListFailureAsync(id, file.Blob, file.Reason ?? "", file.Time, cancellationToken);
        foreach (var row in rows.Where(row => row.State == ItemState.Failed && row.Id != id)) await manifest.ListFailureAsync(row.Id, row.Blob, row.Reason ?? "", row.Time, cancellationToken);
        foreach (var row in rows.Where(row => row.State == ItemState.Pending)) await reprocessor.SendAsync(new ArticleMessage(row.Id, row.Revision), cancellationToken);
        return true;
    }

    /// <summary>The file as a blob. One of the same name that is there already, of an import that broke off, is written over.</summary>
    private async Task<string> UploadAsync(string file, BackupFile line, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new BackupException($"{file} is missing");
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = line.ContentType } };
        return (await clients.Container(StorageNames.ArticlesContainer).GetBlobClient(line.Blob).UploadAsync(file, options, cancellationToken)).Value.ETag.ToString();
    }

    private async Task<ArticleRow> ArticleAsync(BackupFolder backup, BackupFile line, BackupArticle entry, string etag, CancellationToken cancellationToken)
    {
        var row = new ArticleRow
        {
            Id = entry.Id,
            Blob = line.Blob,
            SourceETag = etag,
            Revision = entry.Revision,
            ContentHash = entry.ContentHash,
            State = entry.State,
            Reason = entry.Reason,
            Time = entry.Time,
        };
        if (row.State == ItemState.Deleted)
        {
            await index.WriteAsync(row.Id, ArticleRemover.Gone, [], isNew: true, Wanted, cancellationToken);
            return row;
        }

        var article = await BackupFolder.ReadAsync(backup.Parsed(row.Id), NewsIngestJson.Stored.Article, cancellationToken);
        if (article.Id != row.Id || article.Revision != row.Revision) throw new BackupException($"{backup.Parsed(row.Id)} is not revision {row.Revision} of article {row.Id}");
        article = article with { Source = article.Source with { ETag = etag } };
        row = row with { ParsedETag = await blobs.Parsed.WriteAsync(row.Id, article, null, Wanted, cancellationToken) };
        if (!ItemState.IsFinished(row.State)) return row;

        var analysis = await BackupFolder.ReadAsync(backup.Analysis(row.Id), NewsIngestJson.Stored.ArticleAnalysis, cancellationToken);
        EvidenceLock.Check(article, analysis);
        var version = $"{analysis.ExtractorVersion}.{ManifestStore.Schema}";
        row = row with { Version = version, Generation = $"{row.Revision}.{version}", AnalysisETag = await blobs.Analyses.WriteAsync(row.Id, StoredAnalysis.Of(article, analysis), null, Wanted, cancellationToken) };
        await index.WriteAsync(row.Id, row.Generation, IndexRows.Of(article, analysis, row.Generation), isNew: true, Wanted, cancellationToken);
        return row;

        Task<bool> Wanted() => Task.FromResult(true);
    }
}
