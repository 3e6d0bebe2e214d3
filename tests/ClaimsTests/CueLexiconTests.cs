using NewsIngest.Claims.Lexicon;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.ClaimsTests;

public sealed class CueLexiconTests
{
    private static readonly CueLexicon Lexicon = CueLexicon.Default;

    public static IEnumerable<TheoryDataRow<string, string>> Cues() =>
        Lexicon.Entries.Select(e => new TheoryDataRow<string, string>(e.Kind.ToString(), e.Lemma));

    [Fact]
    public void It_knows_hundreds_of_verbs_and_phrases()
    {
        Assert.True(Lexicon.Entries.Count(e => e.Kind == CueKind.Verb) >= 400);
        Assert.True(Lexicon.Entries.Count(e => e.Kind != CueKind.Verb) >= 100);
    }

    [Fact]
    public void No_cue_stands_there_twice()
    {
        Assert.Empty(Lexicon.Entries.GroupBy(e => (e.Kind, e.Lemma)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_line_has_six_cells_and_is_in_order()
    {
        var lines = File.ReadAllLines(Repository.PathOf("core", "Claims", "Lexicon", "cues.tsv")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.All(lines, line => Assert.Equal(6, line.Split('\t').Length));
        var keys = lines.Select(l => l.Split('\t')).Select(c => ((int)Enum.Parse<CueKind>(c[1], ignoreCase: true), c[0])).ToList();
        Assert.Equal(keys.OrderBy(k => k.Item1).ThenBy(k => k.Item2, StringComparer.Ordinal), keys);
    }

    [Theory]
    [MemberData(nameof(Cues))]
    public void Every_cue_fires_on_its_own_example(string kind, string lemma)
    {
        var entry = Lexicon.Entries.Single(e => e.Kind.ToString() == kind && e.Lemma == lemma);
        var claims = Extraction.Of(entry.Example);
        Assert.Contains(claims, c => c.Cue?.Lemma == lemma);
    }

    [Theory]
    [InlineData("say\tverb\tassert\tthat\tsay")]
    [InlineData("say\tword\tassert\tthat\tsay\tAnna Brandt said that it rained.")]
    [InlineData("say\tverb\tclaims\tthat\tsay\tAnna Brandt said that it rained.")]
    [InlineData("say\tverb\tassert\tthing\tsay\tAnna Brandt said that it rained.")]
    public void A_broken_line_is_refused(string line) => Assert.Throws<InvalidDataException>(() => CueLexicon.Parse(line));
}
