using NewsIngest.Lookup;
using Xunit;

namespace NewsIngest.Tests.Lookup;

public sealed class LookupTests
{
    [Fact]
    public void Words_are_found_as_ordinal_comparison_finds_them_whatever_their_case()
    {
        string[] words = [.. "abcdefghijklmnopqrstuvwxyz’ßäéЖ".Select(c => c.ToString())];
        var set = new WordSet(words, ignoresCase: true);

        for (var c = 0; c <= char.MaxValue; c++)
        {
            var word = ((char)c).ToString();
            Assert.Equal(words.Contains(word, StringComparer.OrdinalIgnoreCase), set.Contains(word));
        }
    }

    [Fact]
    public void A_word_keeps_its_number_when_the_set_grows()
    {
        var set = new WordSet(ignoresCase: false);
        for (var i = 0; i < 1000; i++) Assert.Equal(i, set.Add($"word {i}"));

        Assert.Equal(7, set.Add("word 7"));
        Assert.Equal(999, set.Find("word 999"));
        Assert.False(set.Contains("Word 7"));
        Assert.False(set.Contains(""));
    }

    [Fact]
    public void The_value_set_last_counts_and_one_that_is_tried_does_not_replace_it()
    {
        var table = new WordTable<int>(ignoresCase: true) { ["may"] = 1 };
        table["May"] = 5;
        table.TryAdd("MAY", 9);

        Assert.True(table.TryGetValue("mAY", out var month));
        Assert.Equal(5, month);
        Assert.Equal(["may"], table.Words);
        Assert.False(table.TryGetValue("march", out _));
    }

    [Theory]
    [InlineData("hopeful", "hope")]
    [InlineData("HOPED", "hope")]
    [InlineData("hopefully", "hope")]
    [InlineData("hop", null)]
    [InlineData("hostile", "hostile")]
    [InlineData("hostil", null)]
    [InlineData("", null)]
    public void The_shortest_word_that_begins_a_text_is_found(string text, string? expected)
    {
        var set = new WordSet(["hopeful", "hope", "hostile"], ignoresCase: true);

        var number = set.FindBeginning(text);

        Assert.Equal(expected, number < 0 ? null : set.Words[number]);
    }

    [Fact]
    public void Words_of_any_length_are_found()
    {
        string[] words = [.. Enumerable.Range(1, 100).Select(length => new string('a', length))];
        var set = new WordSet(words.Where((_, i) => i % 2 == 0), ignoresCase: false);

        Assert.All(words, (word, i) => Assert.Equal(i % 2 == 0, set.Contains(word)));
    }

    [Fact]
    public void A_filter_holds_what_was_added_and_little_else()
    {
        var filter = new HashFilter(64);
        for (var i = 0u; i < 256; i++) filter.Add(i * 2654435769);

        Assert.All(Enumerable.Range(0, 256), i => Assert.True(filter.MayHold((uint)i * 2654435769)));
        Assert.InRange(Enumerable.Range(256, 10_000).Count(i => filter.MayHold((uint)i * 2654435769)), 0, 1000);
    }

    [Fact]
    public void Bits_of_a_key_add_up()
    {
        var table = new BitTable();
        for (var key = 0ul; key < 1000; key++) table.Add(key << 40, 1);
        table.Add(0, 4);

        Assert.Equal(5u, table[0]);
        Assert.Equal(1u, table[999ul << 40]);
        Assert.Equal(0u, table[1]);
    }
}
