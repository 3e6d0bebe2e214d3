using System.Text;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>Tags do not depend on what was tagged before; rows are summed exactly.</summary>
public sealed class TaggerTests
{
    private const string Story =
        "The harbour board voted on Tuesday to close two of its older cranes. \"We could not pay for them any longer,\" said Ada Roth, who chairs it. "
        + "US officials told us that THE PLAN costs 4,000 a year; others plan to strike. Anti-monopolisation-of-everything campaigners were pleased.";

    [Fact]
    public void A_word_is_tagged_alike_whatever_was_tagged_before()
    {
        var fresh = TaggerModel.File.ReadResource();
        var used = TaggerModel.File.ReadResource();
        // More words than any memory of them holds.
        var many = new StringBuilder();
        for (var i = 0; i < 60_000; i++) many.Append("ab").Append((char)('a' + (i % 26))).Append((char)('a' + (i / 26 % 26))).Append((char)('a' + (i / 676 % 26))).Append((char)('a' + (i / 17_576))).Append(' ');
        Tagged(used, Story);
        Tagged(used, many.ToString());

        var again = Tagged(used, Story);

        Assert.Equal(Tagged(fresh, Story), again);
        Assert.Contains(again, token => token.Penn == PennTag.Vbd);
    }

    [Fact]
    public void Small_and_capital_letters_make_different_words()
    {
        var tokens = Tagged(TaggerModel.Default, "They told us that the US plans to leave us alone.");

        Assert.Equal(PennTag.Prp, tokens[2].Penn);
        Assert.Equal(PennTag.Nnp, tokens[5].Penn);
        Assert.Equal(PennTag.Prp, tokens[9].Penn);
    }

    [Fact]
    public void A_word_in_capitals_is_counted_apart_from_the_same_letters_in_small()
    {
        var tokens = Tagged(TaggerModel.Default, "US media reports had quoted sources.");

        Assert.Equal(PennTag.Nnp, tokens[0].Penn);
        Assert.NotEqual(TagDictionary.KeyOf("us", 7), TagDictionary.KeyOf("US", 7));
        Assert.Equal(TagDictionary.KeyOf("us", 7), TagDictionary.KeyOf("Us", 7));
        Assert.Equal(TagDictionary.KeyOf("i", 7), TagDictionary.KeyOf("I", 7));
    }

    [Fact]
    public void Many_threads_tag_as_one_does()
    {
        var expected = Tagged(TaggerModel.Default, Story);

        var all = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(4).Select(_ => Tagged(TaggerModel.Default, Story)).ToList();

        Assert.All(all, tokens => Assert.Equal(expected, tokens));
    }

    [Fact]
    public void Sentences_are_tagged_side_by_side_as_they_are_alone()
    {
        string[] sentences = [.. Enumerable.Range(0, 30).Select(i => $"The {(i % 2 == 0 ? "US plans" : "council left")} us {i} of the {(i % 3 == 0 ? "longest, oldest and " : "")}open gates.")];

        var together = Tagged(TaggerModel.Default, string.Join(' ', sentences));

        Assert.Equal(sentences.SelectMany(sentence => Tagged(TaggerModel.Default, sentence).Select(t => (t.Penn, t.Upos))), together.Select(t => (t.Penn, t.Upos)));
    }

    [Fact]
    public void Weights_are_summed_for_known_features_alone()
    {
        var random = new Random(5);
        var features = Enumerable.Range(1, 3_000).Select(i => RandomFeature(random, i, classes: i % 20 == 0 ? SparseRows.MostPairs + 5 : 1 + (i % SparseRows.MostPairs))).ToList();
        var rows = SparseRows.Build(features);
        var read = SparseRows.Read(new ModelReader(Bytes(rows)));
        var asked = features.Where((_, i) => i % 50 is 0 or 19).ToList();
        var expected = new int[TagSums.Width];
        foreach (var feature in asked)
        {
            for (var i = 0; i < feature.Classes.Length; i++) expected[feature.Classes[i]] += feature.Weights[i];
        }

        foreach (var each in (SparseRows[])[rows, read])
        {
            uint[] numbers = [.. asked.Select(f => f.Feature), 4, 123_456_789];
            each.FindAll(numbers);
            Assert.Equal(2, numbers.Count(number => number == each.Empty));
            var sum = new short[TagSums.Width];
            TagSums.Of(each, sum, [.. numbers.Where(SparseRows.HasRow)], [.. numbers.Where(number => !SparseRows.HasRow(number))]).CopyTo(sum);
            Assert.Equal(expected, sum.Select(weight => (int)weight));
        }
    }

    [Fact]
    public void A_weight_for_a_class_that_is_not_there_is_refused()
    {
        const int checkBytes = sizeof(ushort);
        var bytes = Bytes(SparseRows.Build([RandomFeature(new Random(5), 7, classes: 1)]));
        var place = bytes.Length - sizeof(int) - checkBytes - (2 * SparseRows.MostPairs);

        bytes[place + checkBytes] = SparseRows.Width;

        Assert.Throws<InvalidDataException>(() => SparseRows.Read(new ModelReader(bytes)));
    }

    private static FeatureRow RandomFeature(Random random, int number, int classes) => new(
        (uint)number * 7919,
        [.. Enumerable.Range(0, classes).Select(k => (byte)((number + (k * 3)) % SparseRows.Width))],
        [.. Enumerable.Range(0, classes).Select(_ => (short)random.Next(-ByteRows.MaxWeight, ByteRows.MaxWeight + 1))]);

    private static byte[] Bytes(SparseRows rows)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes)) rows.Write(writer);
        return bytes.ToArray();
    }

    private static Token[] Tagged(Tagger tagger, string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, text.Length, tokens);
        var sentences = new List<Sentence>();
        new SentenceSplitter(text).Split(tokens, 0, tokens.Count, 0, sentences);
        var tagged = tokens.ToArray();
        tagger.Tag(text, tagged, [.. sentences], [.. tagged.Select(t => FormHash.Of(text, t))]);
        return tagged;
    }
}
