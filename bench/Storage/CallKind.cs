namespace NewsIngest.Bench.Storage;

/// <summary>What kind of call it is, as prices tell them apart.</summary>
internal enum CallKind
{
    BlobWrite,
    BlobRead,
    BlobList,
    BlobDelete,
    QueueSend,
    QueueReceive,
    QueueDelete,
    QueueRenew,
    QueueProperties,
    TableRead,
    TableQuery,
    TableWrite,
    TableTransaction,
}

internal static class CallKinds
{
    public static CallKind Of(StorageCall call) => call.Service switch
    {
        StorageService.Blob => (call.Method, call.Query.Contains("comp=list", StringComparison.Ordinal)) switch
        {
            ("GET", true) => CallKind.BlobList,
            ("GET" or "HEAD", _) => CallKind.BlobRead,
            ("DELETE", _) => CallKind.BlobDelete,
            _ => CallKind.BlobWrite,
        },
        StorageService.Queue => (call.Method, call.Path.Contains("/messages", StringComparison.Ordinal)) switch
        {
            ("POST", true) => CallKind.QueueSend,
            ("GET", true) => CallKind.QueueReceive,
            ("DELETE", true) => CallKind.QueueDelete,
            ("PUT", true) => CallKind.QueueRenew,
            _ => CallKind.QueueProperties,
        },
        _ => (call.Method, call.Path) switch
        {
            ("POST", "$batch") => CallKind.TableTransaction,
            ("GET", var path) when path.Contains("RowKey=", StringComparison.Ordinal) => CallKind.TableRead,
            ("GET", _) => CallKind.TableQuery,
            _ => CallKind.TableWrite,
        },
    };

    /// <summary>As in JSON: blobWrite, queueSend, …</summary>
    public static string Name(this CallKind kind) => kind.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
