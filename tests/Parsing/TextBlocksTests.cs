using NewsIngest.Articles;
using NewsIngest.Parsing;
using NewsIngest.Tests.House;
using Xunit;

namespace NewsIngest.Tests.Parsing;

public sealed class TextBlocksTests
{
    public static TheoryData<BlockSpec> Specs => [.. BlockSpec.Read(Path.Combine(Repository.Root, "tests/specs/parsing/blocks.txt"))];

    [Theory]
    [MemberData(nameof(Specs))]
    public void A_text_is_cut_into_its_blocks(BlockSpec spec)
    {
        var found = TextBlocks.Find(spec.Text).Select(b => (b.Role, spec.Text[b.Start..b.End]));
        Assert.Equal(spec.Blocks, found);
    }

    [Fact]
    public void The_seed_article_has_a_title_37_paragraphs_and_two_captions()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "seeds/russia-ukraine-talks-putin-scholz.txt"));
        var blocks = TextBlocks.Find(text);
        Assert.Equal((0, 75), (blocks[0].Start, blocks[0].End));
        Assert.Equal(BlockRole.Title, blocks[0].Role);
        Assert.Equal([(2104, 2266), (2267, 2429)], blocks.Where(b => b.Role == BlockRole.Caption).Select(b => (b.Start, b.End)));
        Assert.Equal(37, blocks.Count(b => b.Role == BlockRole.Body));
        Assert.Equal(40, blocks.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("\uFEFF")]
    public void A_text_without_words_has_no_blocks(string text) => Assert.Empty(TextBlocks.Find(text));

    [Fact]
    public void A_paragraph_of_quote_marks_alone_is_no_part_of_the_story() =>
        Assert.Equal(BlockRole.Boilerplate, Assert.Single(TextBlocks.Find(new string('"', 200))).Role);

    [Fact]
    public void A_known_title_is_found_only_where_the_text_repeats_it()
    {
        Assert.Equal(BlockRole.Title, TextBlocks.Find("Rents rise again.\n\nRents rose in May.", "Rents Rise Again")[0].Role);
        Assert.Equal(BlockRole.Body, TextBlocks.Find("Rents rise again\n\nRents rose in May.", "Something else")[0].Role);
    }

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph()
    {
        const string Text = """
            Dockers in Norrvik ended a strike of twelve days on Tuesday, their union
            said, after the port agreed to pay them for the nights they had spent on
            call since the spring, and to hire thirty more of them before the end of
            the year.

            The port reopens at six in the morning. Forty ships were waiting outside
            it on Tuesday night, some of them with food on board that will no longer
            be fit to sell, the harbour master said.
            """;
        var blocks = TextBlocks.Find(Text);
        Assert.Equal(2, blocks.Count);
        Assert.EndsWith("the year.", Text[blocks[0].Start..blocks[0].End], StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_never_overlap_and_hold_no_white_space_at_their_ends()
    {
        var random = new Random(7);
        const string Alphabet = "AB ab.\n\r\t“”()-—/: \u00A0\u2028\uFEFF1\0";
        for (var run = 0; run < 2000; run++)
        {
            var text = string.Create(random.Next(120), random, (span, r) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = Alphabet[r.Next(Alphabet.Length)];
            });
            var last = 0;
            foreach (var block in TextBlocks.Find(text))
            {
                Assert.True(last <= block.Start && block.Start < block.End && block.End <= text.Length, text);
                Assert.Equal(text[block.Start..block.End].Trim(), text[block.Start..block.End]);
                last = block.End;
            }
        }
    }
}
