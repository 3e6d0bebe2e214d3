namespace NewsIngest.Bench.Generation;

/// <summary>Files of every format with articles of a few hundred to ten thousand characters: the same seed gives the same bytes.</summary>
internal sealed class VariedNews(int seed)
{
    /// <summary>The most paragraphs of a story, in turn.</summary>
    private static readonly int[] Lengths = [5, 10, 20, 30, 60];

    private readonly NewsGenerator[] generators = [.. Lengths.Select((length, i) => new NewsGenerator(seed + i, length))];

    /// <summary>The file of a number. Every tenth to twentieth is of one length, so that each length has each format.</summary>
    public GeneratedFile File(int number) => generators[number / 10 % Lengths.Length].File(number);

    /// <summary>Files that hold at least so many articles.</summary>
    public IReadOnlyList<GeneratedFile> OfArticles(int articles)
    {
        var files = new List<GeneratedFile>();
        for (var (number, have) = (0, 0); have < articles; number++)
        {
            files.Add(File(number));
            have += NewsGenerator.HasMany(number) ? NewsGenerator.ManyArticles : 1;
        }

        return files;
    }
}
