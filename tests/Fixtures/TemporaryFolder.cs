namespace NewsIngest.Tests.Fixtures;

/// <summary>A folder of the test's own, deleted with it: also when a process that was just killed, or its child, is still writing its last file there.</summary>
internal sealed class TemporaryFolder : IAsyncDisposable
{
    public TemporaryFolder() => FullName = Directory.CreateTempSubdirectory("newsingest-").FullName;

    public string FullName { get; }

    public string this[params string[] names] => Path.Combine([FullName, .. names]);

    /// <summary>Writes a UTF-8 file, with the folders it lies in.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async ValueTask DisposeAsync() => await Eventually.TrueAsync(() => Task.FromResult(IsDeleted()), $"{FullName} to be deletable");

    private bool IsDeleted()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (IOException) when (Directory.Exists(FullName))
        {
            return false;
        }
        catch (DirectoryNotFoundException)
        {
        }

        return true;
    }
}
