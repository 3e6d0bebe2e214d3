using Azure;
using NewsIngest.Entities;

namespace NewsIngest.Storage;

/// <summary>Where the user's own names come from: a file, or a blob of the storage account, or nowhere.</summary>
internal static class GazetteerSource
{
    private const string Setting = $"{StorageOptions.Section}:{nameof(StorageOptions.Gazetteer)}";

    /// <exception cref="InvalidOperationException">The gazetteer is not there or cannot be read; the message names the setting and says why.</exception>
    public static Gazetteer Load(StorageClients clients, StorageOptions options)
    {
        if (options.Gazetteer is not { Length: > 0 } path) return Gazetteer.Empty;
        try
        {
            using var content = File.Exists(path) ? File.OpenRead(path) : OpenBlob(clients, path);
            return Gazetteer.Load(content);
        }
        catch (Exception e) when (e is GazetteerException or RequestFailedException { Status: 404 } or IOException or UnauthorizedAccessException)
        {
            var reason = e is RequestFailedException ? "there is neither such a file nor such a blob" : e.Message;
            throw new InvalidOperationException($"The setting {Setting} is \"{path}\": {reason}", e);
        }
    }

    private static Stream OpenBlob(StorageClients clients, string path) =>
        path.Split('/', 2) is [{ Length: > 0 } container, { Length: > 0 } blob] && !Path.IsPathRooted(path)
            ? clients.Container(container).GetBlobClient(blob).OpenRead()
            : throw new FileNotFoundException("there is no such file; a blob is given as container/name");
}
