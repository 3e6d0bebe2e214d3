namespace NewsIngest.Local.Commands;

/// <summary>A file to drop and the name its blob gets.</summary>
internal sealed record DropFile(string Path, string Blob)
{
    /// <summary>Files keep their name; files of a folder keep their path below it. Ordered by name.</summary>
    /// <exception cref="FileNotFoundException">There is nothing at a path.</exception>
    public static IReadOnlyList<DropFile> Find(IEnumerable<string> paths)
    {
        var files = new List<DropFile>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
                files.Add(new DropFile(path, System.IO.Path.GetFileName(path)));
            else if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => new DropFile(file, Below(path, file))));
            else
                throw new FileNotFoundException($"there is no file or folder {path}");
        }

        return [.. files.OrderBy(file => file.Blob, StringComparer.Ordinal)];
    }

    private static string Below(string folder, string file) => System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/');
}
