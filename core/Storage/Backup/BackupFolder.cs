using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsIngest.Serialization;

namespace NewsIngest.Storage.Backup;

/// <summary>
/// A backup on disk: <c>backup.json</c>, <c>files.jsonl</c> with a line for each dropped file, and the files, parsed articles and analyses by id. Names of dropped files
/// stand in the lines alone, so that no name can lead out of the folder.
/// </summary>
internal sealed class BackupFolder(string path)
{
    /// <summary>Version of the form of a backup.</summary>
    public const int Format = 1;

    public string Header => Path.Combine(path, "backup.json");

    public string Lines => Path.Combine(path, "files.jsonl");

    public string Source(string fileId) => Path.Combine(path, StorageNames.ArticlesContainer, fileId);

    public string Parsed(string articleId) => Path.Combine(path, StorageNames.ParsedContainer, articleId + ".json");

    public string Analysis(string articleId) => Path.Combine(path, StorageNames.AnalysisContainer, articleId + ".json");

    /// <exception cref="BackupException">There is something in the folder already.</exception>
    public void Create()
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw new BackupException($"{path} is not empty");
        foreach (var folder in (string[])[StorageNames.ArticlesContainer, StorageNames.ParsedContainer, StorageNames.AnalysisContainer])
            Directory.CreateDirectory(Path.Combine(path, folder));
    }

    /// <exception cref="BackupException">The folder holds no complete backup of a form that is understood.</exception>
    public async Task<BackupHeader> OpenAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Header)) throw new BackupException($"{path} holds no complete backup: there is no {Path.GetFileName(Header)}");
        var header = await ReadAsync(Header, BackupJson.Stored.BackupHeader, cancellationToken);
        return header.Format == Format ? header : throw new BackupException($"{Header} is of form {header.Format}; this version reads form {Format}");
    }

    /// <exception cref="BackupException">The file is missing or not what it should be.</exception>
    public static async Task<T> ReadAsync<T>(string file, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken) ?? throw new BackupException($"{file} is empty");
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{file} cannot be read: {exception.Message}");
        }
    }
}
