using System.Buffers.Text;
using NewsIngest.Articles;
using NewsIngest.Parsing;
using Xunit;

namespace NewsIngest.Tests.Parsing;

public sealed class ArticleSketchTests
{
    private const string Story = """
        Rents rise again in Norrvik

        Rents in Norrvik rose by 4 percent in May, the statistics office said on Monday. It was the seventh month of rising rents in a row, and the sharpest rise since the office began to count them.

        The tenants' union called on the city to act. Its chair, Marta Lindqvist, said that a third of her members now paid more than half of their wages for a roof, and that many had begun to look for work elsewhere.

        The mayor, Henrik Aalto, promised to build two thousand flats on the old harbour ground before the end of his term. He did not say who would pay for them, or how he would keep the rents in them low.

        Landlords said that they were not to blame. Prices for heating and repairs had risen faster than rents, their federation said, and whoever built anything in Norrvik waited two years for a permit.
        """;

    [Fact]
    public void A_copy_with_small_edits_is_near_and_has_its_marks()
    {
        var copy = Story.Replace("called on the city to act", "urged the city to act", StringComparison.Ordinal)
            .Replace("Rents rise again in Norrvik", "Norrvik rents up again", StringComparison.Ordinal) + "\n\nMore follows.";
        var (one, two) = (Sketch(Story)!, Sketch(copy)!);
        Assert.InRange(ArticleSketch.Similarity(one, two), 0.8, 1);
        Assert.InRange(Alike(one, two), 0.75, 1);
        Assert.NotEmpty(Marks(Story).Take(ArticleMarks.Asked).Intersect(Marks(copy)));
    }

    [Fact]
    public void Case_punctuation_and_captions_do_not_count()
    {
        var same = Story.ToUpperInvariant().Replace(",", "", StringComparison.Ordinal) + "\n\nFILE PHOTO: A HOUSE IN NORRVIK. PHOTO: JANE OKAFOR";
        Assert.Equal(1, ArticleSketch.Similarity(Sketch(Story)!, Sketch(same)!));
    }

    [Fact]
    public void Another_story_is_far()
    {
        var other = string.Join("\n\n", Story.Split("\n\n").Select(p => string.Join(' ', p.Split(' ').Reverse())));
        var (one, two) = (Sketch(Story)!, Sketch(other)!);
        Assert.InRange(ArticleSketch.Similarity(one, two), 0, 0.15);
        Assert.InRange(Alike(one, two), 0, 0.25);
        Assert.Empty(Marks(Story).Intersect(Marks(other)));
    }

    [Fact]
    public void A_note_is_too_short_to_compare() => Assert.Null(Sketch("Rents rise\n\nRents rose in May."));

    [Fact]
    public void What_is_no_sketch_is_refused() => Assert.Throws<FormatException>(() => ArticleSketch.Signature("abc"));

    [Fact]
    public void What_is_no_signature_is_refused() => Assert.Throws<FormatException>(() => new ArticleSignature("abc"));

    [Fact]
    public void A_signature_stays_close_to_its_sketch_at_every_similarity()
    {
        var words = Story.Split(' ');
        for (var changed = 0; changed <= words.Length; changed += 10)
        {
            var (one, two) = (Sketch(Story)!, Sketch(string.Join(' ', words.Select((word, i) => i < changed ? $"{word}x" : word)))!);
            Assert.InRange(Alike(one, two) - ArticleSketch.Similarity(one, two), -0.15, 0.15);
        }
    }

    /// <summary>Words changed here and there are the worst case: a change that runs over several words leaves more runs whole.</summary>
    [Theory]
    [InlineData(40, 0.95)]
    [InlineData(20, 0.85)]
    public void A_text_with_one_word_in_so_many_changed_is_found_by_its_marks(int words, double share)
    {
        const int Texts = 400;
        var random = new Random(5);
        var found = 0;
        for (var i = 0; i < Texts; i++)
        {
            var text = Enumerable.Range(0, 300).Select(_ => $"w{random.Next(5000)}").ToList();
            var copy = text.Select(word => random.Next(words) == 0 ? $"x{random.Next(5000)}" : word);
            found += Marks(string.Join(' ', copy)).Take(ArticleMarks.Asked).Intersect(Marks(string.Join(' ', text))).Any() ? 1 : 0;
        }

        Assert.InRange((double)found / Texts, share, 1);
    }

    [Fact]
    public void Marks_are_few_and_the_same_whatever_the_case()
    {
        Assert.Equal(8, Marks(Story).Distinct().Count());
        Assert.Equal(Marks(Story), Marks(Story.ToUpperInvariant()));
        Assert.Single(ArticleMarks.Of("one two three four", [new Block(BlockRole.Body, 0, 18)]));
        Assert.Empty(ArticleMarks.Of("one two three", [new Block(BlockRole.Body, 0, 13)]));
        Assert.Single(ArticleMarks.Of("one two\nthree four", [new Block(BlockRole.Body, 0, 7), new Block(BlockRole.Body, 8, 18)]));
    }

    [Fact]
    public void A_shortened_copy_finds_the_whole_text()
    {
        var paragraphs = Story.Split("\n\n");
        var copy = string.Join("\n\n", paragraphs.Take(4));
        Assert.Equal(ArticleMarks.Asked, Marks(copy).Take(ArticleMarks.Asked).Intersect(Marks(Story)).Count());
    }

    [Theory]
    [InlineData(0.55)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void What_half_of_the_hashes_rules_out_is_not_similar(double least)
    {
        var random = new Random(1);
        var (similar, ruledOut) = (0, 0);
        var bytes = new byte[32];
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            var one = new ArticleSignature(Base64Url.EncodeToString(bytes));
            for (var changes = random.Next(300); changes > 0; changes--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var other = new ArticleSignature(Base64Url.EncodeToString(bytes));
            var may = one.MayBeSimilar(in other, least);
            if (one.SimilarityTo(in other) >= least)
            {
                Assert.True(may);
                similar++;
            }
            else if (!may)
            {
                ruledOut++;
            }
        }

        Assert.True(similar > 0 && ruledOut > 0);
    }

    private static IReadOnlyList<string> Marks(string text) => ArticleMarks.Of(text, TextBlocks.Find(text));

    private static double Alike(string one, string two) => new ArticleSignature(ArticleSketch.Signature(one)).SimilarityTo(new ArticleSignature(ArticleSketch.Signature(two)));

    private static string? Sketch(string text) => ArticleSketch.Of(text, TextBlocks.Find(text));
}
