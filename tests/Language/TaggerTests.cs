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
    public void Many_threads_tag_as_one_does()
    {
        var expected = Tagged(TaggerModel.Default, Story);

        var all = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(4).Select(_ => Tagged(TaggerModel.Default, Story)).ToList();

        Assert.All(all, tokens => Assert.Equal(expected, tokens));
    }

    [Fact]
    public void Rows_are_summed_for_known_features_alone()
    {
        var random = new Random(5);
        var features = Enumerable.Range(1, 3_000).Select(i => new FeatureRow(
            (uint)i * 7919, [0, (byte)(1 + (i % 60))], [(short)random.Next(-ByteRows.MaxWeight, ByteRows.MaxWeight + 1), (short)random.Next(-ByteRows.MaxWeight, ByteRows.MaxWeight + 1)])).ToList();
        var rows = ByteRows.Build(features, TagSums.Width);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes)) rows.Write(writer);
        var read = ByteRows.Read(new ModelReader(bytes.ToArray()), TagSums.Width);
        var asked = features.Where((_, i) => i % 100 == 0).ToList();
        var expected = new int[TagSums.Width];
        foreach (var feature in asked)
        {
            for (var i = 0; i < feature.Classes.Length; i++) expected[feature.Classes[i]] += feature.Weights[i];
        }

        foreach (var each in (ByteRows[])[rows, read])
        {
            uint[] numbers = [.. asked.Select(f => each.Find(f.Feature)), each.Find(4), each.Find(123_456_789)];
            var sum = new short[TagSums.Width];
            TagSums.Of(each, sum, numbers).CopyTo(sum);
            for (var i = 0; i < TagSums.Width; i++) Assert.Equal(expected[i], sum[i]);
        }
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
