using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Parsing.Dates;
using NewsIngest.Parsing.Languages;
using Xunit;

namespace NewsIngest.Tests.Parsing;

public sealed class MetadataTextTests
{
    public static TheoryData<string, string, string> Dates =>
        [.. Tables.Read("dates.txt", 3).Select(r => new TheoryDataRow<string, string, string>(r[0], r[1], r[2].Replace("¶", "\n\n", StringComparison.Ordinal)))];

    public static TheoryData<string, string> MetadataDates => [.. Tables.Read("metadata-dates.txt", 2).Select(r => new TheoryDataRow<string, string>(r[0], r[1]))];

    public static TheoryData<string, string> BylineCases => [.. Tables.ReadPairs("bylines.txt").Select(r => new TheoryDataRow<string, string>(r[0], r[1]))];

    public static TheoryData<string, string> LanguageCases => [.. Tables.Read("languages.txt", 2).Select(r => new TheoryDataRow<string, string>(r[0], r[1]))];

    [Theory]
    [MemberData(nameof(Dates))]
    public void The_day_of_publication_is_read_from_the_text_or_stays_unknown(string expected, string basis, string text)
    {
        var date = DocumentDate.Resolve(text, TextBlocks.Find(text));
        Assert.Equal(expected == "-" ? null : expected, date.Value);
        Assert.Equal(Enum.Parse<DateBasis>(basis, ignoreCase: true), date.Basis);
        Assert.Equal(date.Basis != DateBasis.Unknown, date.Span is not null);
    }

    [Theory]
    [MemberData(nameof(MetadataDates))]
    public void Dates_of_metadata_become_iso_8601(string given, string expected)
    {
        var read = MetadataDate.TryParse(given, out var iso);
        Assert.Equal(expected, read ? iso : "-");
    }

    [Theory]
    [MemberData(nameof(BylineCases))]
    public void A_byline_gives_the_names_in_it(string byline, string expected)
    {
        var names = Bylines.Names(byline).ToList();
        Assert.Equal(expected, names.Count == 0 ? "-" : string.Join("; ", names));
    }

    [Theory]
    [MemberData(nameof(LanguageCases))]
    public void The_language_is_told(string expected, string text) => Assert.Equal(expected, LanguageDetector.Detect(text));

    [Fact]
    public void More_than_thirty_languages_are_told_apart() =>
        Assert.True(Tables.Read("languages.txt", 2).Select(r => r[0]).Distinct().Count() > 30);
}
