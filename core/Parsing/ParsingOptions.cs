namespace NewsIngest.Parsing;

/// <summary>How much one dropped file may ask for. Whatever goes beyond is refused with a <see cref="ParseException"/> that names the limit.</summary>
public sealed record ParsingOptions
{
    /// <summary>Largest file, and largest member of an archive, in bytes.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>All that an archive may unpack to, in bytes.</summary>
    public long MaxUnpackedBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>How many times larger than its compressed form a file may be.</summary>
    public int MaxCompressionRatio { get; init; } = 100;

    /// <summary>Archives inside archives.</summary>
    public int MaxArchiveDepth { get; init; } = 3;

    public int MaxArchiveMembers { get; init; } = 1000;

    /// <summary>Articles read from one file.</summary>
    public int MaxArticles { get; init; } = 10_000;

    /// <summary>Text of one article, in UTF-16 code units. The extraction holds some hundreds of bytes for each.</summary>
    public int MaxTextLength { get; init; } = 512 * 1024;

    /// <summary>Markdown of one file, in UTF-16 code units: Markdig's time grows with the square of a row of open links, comments or addresses.</summary>
    public int MaxMarkdownLength { get; init; } = 200 * 1024;

    /// <summary>HTML of one page, or text between two tags of an XML file, which may be HTML, in UTF-16 code units: pages of news have less than half as much, and what a parser makes of it is several times as large.</summary>
    public int MaxHtmlLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>Elements inside elements, of an HTML page or an XML file.</summary>
    public int MaxMarkupDepth { get; init; } = 256;

    /// <summary>Elements of one HTML page or XML file.</summary>
    public int MaxMarkupNodes { get; init; } = 100_000;

    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Names, values and brackets of one JSON text; news has a few hundred for an article.</summary>
    public int MaxJsonTokens { get; init; } = 1_000_000;

    public int MaxPdfPages { get; init; } = 200;

    /// <summary>What draws one page of a PDF, or one form on it, in bytes, unpacked.</summary>
    public int MaxPdfPageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Letters of one page of a PDF; a page of a broadsheet has some 40,000.</summary>
    public int MaxPdfPageLetters { get; init; } = 60_000;

    /// <summary>For one file with all that is in it.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);
}
