using NewsIngest.Query;

namespace NewsIngest.Local.Commands;

/// <summary>Where files are dropped.</summary>
internal interface IDropTarget
{
    /// <summary>The ETag of the file there when it holds these very bytes, null when it does not or when that cannot be told.</summary>
    Task<string?> ETagOfSameAsync(string name, byte[] content, CancellationToken cancellationToken);

    /// <summary>Uploads a file and returns its ETag.</summary>
    /// <exception cref="Storage.UploadException">It is refused.</exception>
    Task<string> UploadAsync(string name, byte[] content, CancellationToken cancellationToken);

    /// <summary>What became of a file, null when it was not seen yet.</summary>
    Task<FileStatus?> StateAsync(string name, CancellationToken cancellationToken);
}
