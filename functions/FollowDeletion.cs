using Microsoft.Azure.Functions.Worker;
using NewsIngest.Storage;

namespace NewsIngest.Functions;

/// <summary>A file was deleted from the container: take out what came of it.</summary>
public sealed class FollowDeletion(ArticleDeleter deleter)
{
    [Function(nameof(FollowDeletion))]
    public Task Run([QueueTrigger(StorageNames.DeletedQueue)] string message, CancellationToken cancellationToken) =>
        DeletionEvent.FileOf(message) is { } file
            ? deleter.FollowDeletionAsync(file, cancellationToken)
            : throw new FormatException($"A message of {StorageNames.DeletedQueue} is no event of a deleted file.");
}
