namespace NewsIngest.Bench.Generation;

/// <summary>An invented story, before it is put into a file of some format. Paragraphs are plain text.</summary>
internal sealed record NewsStory(string Key, string Title, string Author, DateOnly Date, string Town, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The story as a reader sees it: title, byline, paragraphs.</summary>
    public string Text => $"{Title}\n\nBy {Author}\n\n{string.Join("\n\n", Paragraphs)}\n";
}

/// <summary>A file to drop.</summary>
internal sealed record GeneratedFile(string Name, byte[] Content);
