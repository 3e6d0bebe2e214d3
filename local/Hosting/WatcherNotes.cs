using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace NewsIngest.Local.Hosting;

/// <summary>
/// Which blobs the watcher has told of, kept in an append blob: one line of JSON for each, the last line of a name counts; one without an ETag says that the blob is gone.
/// Lines are added after the messages are sent, so a crash in between tells of a blob twice, never of none.
/// </summary>
internal sealed class WatcherNotes(BlobServiceClient blobs, string hostId, string functionName)
{
    /// <summary>An append blob takes 50,000 appends; it is written anew long before.</summary>
    private const int MaxAppends = 20_000;

    private const int MaxAppendBytes = 3 * 1024 * 1024;
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(HostStorage.HostContainer);
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private int appends;

    private AppendBlobClient Notes => container.GetAppendBlobClient($"containerwatcher/{hostId}/{functionName}.jsonl");

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        try
        {
            var content = await container.GetBlobClient(Notes.Name).DownloadContentAsync(cancellationToken);
            appends = content.Value.Details.BlobCommittedBlockCount;
            using var lines = new StringReader(content.Value.Content.ToString());
            while (await lines.ReadLineAsync(cancellationToken) is { } line) Read(line);
            if (appends > MaxAppends) await RewriteAsync(cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            await Notes.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>The blobs that were there when the container was last listed.</summary>
    public IEnumerable<string> Names() => known.Keys;

    public bool Knows(string blob, string etag) => known.TryGetValue(blob, out var seen) && seen == etag;

    public async Task AddAsync(IReadOnlyList<(string Blob, string? ETag)> told, CancellationToken cancellationToken)
    {
        foreach (var (blob, etag) in told) Note(blob, etag);
        if (appends > MaxAppends)
            await RewriteAsync(cancellationToken);
        else
            await AppendAsync(told, cancellationToken);
    }

    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        await Notes.CreateAsync(new Azure.Storage.Blobs.Models.AppendBlobCreateOptions(), cancellationToken);
        appends = 0;
        await AppendAsync([.. known.Select(entry => (entry.Key, (string?)entry.Value))], cancellationToken);
    }

    private async Task AppendAsync(IReadOnlyList<(string Blob, string? ETag)> told, CancellationToken cancellationToken)
    {
        var text = new MemoryStream();
        foreach (var (blob, etag) in told)
        {
            text.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { blob, etag }) + "\n"));
            if (text.Length > MaxAppendBytes) await FlushAsync(text, cancellationToken);
        }

        if (text.Length > 0) await FlushAsync(text, cancellationToken);
    }

    private async Task FlushAsync(MemoryStream text, CancellationToken cancellationToken)
    {
        text.Position = 0;
        await Notes.AppendBlockAsync(text, cancellationToken: cancellationToken);
        appends++;
        text.SetLength(0);
    }

    private void Read(string line)
    {
        if (JsonSerializer.Deserialize<string?[]>(line) is [{ } blob, var etag]) Note(blob, etag);
    }

    private void Note(string blob, string? etag)
    {
        if (etag is null) known.Remove(blob);
        else known[blob] = etag;
    }
}
