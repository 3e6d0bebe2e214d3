using System.Text;

namespace NewsIngest.Bench.Storage;

/// <summary>The services of a storage account.</summary>
internal enum StorageService
{
    Blob,
    Queue,
    Table,
}

/// <summary>One call to the storage as it went over the wire.</summary>
/// <param name="Service">The service that was called.</param>
/// <param name="Method">GET, PUT, …</param>
/// <param name="Target">Path and query as sent, percent-encoded.</param>
/// <param name="Headers">All headers but those of the connection.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Answer">Body of the answer.</param>
/// <param name="Started">Timestamp of the clock when the call came.</param>
/// <param name="Ended">Timestamp of the clock when its answer was there.</param>
internal sealed record StorageCall(
    StorageService Service,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body,
    int Status,
    byte[] Answer,
    long Started,
    long Ended)
{
    /// <summary>Path below the account, decoded.</summary>
    public string Path { get; } = PathOf(Target);

    /// <summary>Query with its question mark; empty without.</summary>
    public string Query { get; } = Target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? Target[at..] : "";

    public string BodyText => Encoding.UTF8.GetString(Body);

    public string AnswerText => Encoding.UTF8.GetString(Answer);

    private static string PathOf(string target)
    {
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        var account = path.IndexOf('/', 1);
        return account < 0 ? "" : Uri.UnescapeDataString(path[(account + 1)..]);
    }
}
