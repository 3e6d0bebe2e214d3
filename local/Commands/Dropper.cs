using NewsIngest.Storage;

namespace NewsIngest.Local.Commands;

/// <summary>What became of a dropped file.</summary>
internal enum DropState
{
    /// <summary>On its way through the pipeline.</summary>
    Waiting,

    Queryable,

    /// <summary>Stored without claims.</summary>
    NotExtracted,

    Failed,
}

/// <summary>
/// A dropped file and how far it is. <paramref name="Reason"/> says why it failed or was not extracted;
/// <paramref name="WasThere"/> whether these very bytes had been dropped and worked through before.
/// </summary>
internal sealed record DropResult(DropFile File, DropState State, string? Reason, IReadOnlyList<string> Articles, bool WasThere = false);

/// <summary>Drops files and follows them until they are queryable.</summary>
internal sealed class Dropper(IDropTarget target, TimeProvider time)
{
    private const int UploadsAtOnce = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Uploads what is not there yet, and waits until every file has been worked through.
    /// <paramref name="progress"/> gets each result once, in any order and from any thread.
    /// </summary>
    public async Task<IReadOnlyList<DropResult>> DropAsync(IReadOnlyList<DropFile> files, Action<DropResult> progress, CancellationToken cancellationToken)
    {
        var results = new DropResult[files.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellationToken },
            async (i, token) => progress(results[i] = await DropOneAsync(files[i], token)));
        return results;
    }

    private async Task<DropResult> DropOneAsync(DropFile file, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file.Path, cancellationToken);
        var etag = await target.ETagOfSameAsync(file.Blob, content, cancellationToken);
        var mayBeOld = etag is not null;
        if (etag is null)
        {
            try
            {
                etag = await target.UploadAsync(file.Blob, content, cancellationToken);
            }
            catch (UploadException exception)
            {
                return new DropResult(file, DropState.Failed, exception.Message, []);
            }
        }

        while (true)
        {
            var result = await StateAsync(file, etag, cancellationToken);
            if (result.State != DropState.Waiting) return result with { WasThere = mayBeOld };
            mayBeOld = false;
            await Task.Delay(Poll, time, cancellationToken);
        }
    }

    private async Task<DropResult> StateAsync(DropFile file, string etag, CancellationToken cancellationToken)
    {
        var status = await target.StateAsync(file.Blob, cancellationToken);
        return status is null || status.ETag != etag
            ? new DropResult(file, DropState.Waiting, null, [])
            : new DropResult(file, StateOf(status.State), status.Reason, status.Articles);
    }

    private static DropState StateOf(string state) => state switch
    {
        "done" => DropState.Queryable,
        "notExtracted" => DropState.NotExtracted,
        "failed" => DropState.Failed,
        _ => DropState.Waiting,
    };
}
