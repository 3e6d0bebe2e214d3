using System.Globalization;

namespace NewsIngest.Bench.Generation;

/// <summary>Makes any number of different news files from a seed: the same seed gives the same bytes.</summary>
/// <param name="seed">Any number.</param>
/// <param name="paragraphs">The most paragraphs of a story.</param>
internal sealed class NewsGenerator(int seed, int paragraphs = 5)
{
    /// <summary>Articles of a file that holds several.</summary>
    public const int ManyArticles = 4;

    /// <summary>One version of a file. Versions of a file share its name and format; those of a file of many articles share some of these.</summary>
    /// <param name="number">Which file.</param>
    /// <param name="version">0 for the first.</param>
    /// <param name="broken">Whether it should be one that cannot be read.</param>
    public GeneratedFile File(int number, int version = 0, bool broken = false)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"desk-{number % 7}/story-{number:00000}");
        var story = Story(number, 0, version);
        if (broken) return new GeneratedFile(name + Ending(number), FileWriter.Broken(story));
        return new GeneratedFile(name + Ending(number), (number % 10) switch
        {
            0 or 1 or 2 or 3 => FileWriter.Plain(story),
            4 => FileWriter.Html(story),
            5 => FileWriter.Json(story),
            6 => FileWriter.Markdown(story),
            7 => FileWriter.Mail(story),
            8 => FileWriter.JsonLines(Stories(number, version)),
            _ => FileWriter.Feed(Stories(number, version)),
        });
    }

    /// <summary>Whether a file holds several articles.</summary>
    public static bool HasMany(int number) => number % 10 >= 8;

    private static string Ending(int number) => (number % 10) switch
    {
        0 or 1 or 2 or 3 => ".txt",
        4 => ".html",
        5 => ".json",
        6 => ".md",
        7 => ".eml",
        8 => ".jsonl",
        _ => ".xml",
    };

    /// <summary>A later version drops the first article, changes the second, keeps the third and brings a new one.</summary>
    private IEnumerable<NewsStory> Stories(int number, int version) =>
        Enumerable.Range(version, ManyArticles).Select(item => Story(number, item, item == 1 ? version : 0));

    private NewsStory Story(int number, int item, int version)
    {
        var random = new Random(HashOf(number, item, version));
        return new StoryWriter(random).Write(string.Create(CultureInfo.InvariantCulture, $"{number}-{item}"), random.Next(3, paragraphs + 1));
    }

    private int HashOf(int number, int item, int version) => unchecked((((((seed * 31) + number) * 131) + item) * 17) + version);
}
