namespace NewsIngest.Storage.Manifest;

/// <summary>What became of a file or an article. The names are stored and shown.</summary>
internal static class ItemState
{
    public const string Pending = "pending";
    public const string Done = "done";
    public const string NotExtracted = "notExtracted";
    public const string Failed = "failed";
    public const string Deleted = "deleted";

    /// <summary>Whether everything that can be done with the content has been done.</summary>
    public static bool IsFinished(string state) => state is Done or NotExtracted;
}
