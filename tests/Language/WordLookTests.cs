using NewsIngest.Language;
using NewsIngest.Language.Tokens;
using Xunit;

namespace NewsIngest.Tests.Language;

public sealed class WordLookTests
{
    private const WordLook Small = WordLook.StartsWithLetter | WordLook.StartsSmall;
    private const WordLook Upper = WordLook.StartsWithLetter | WordLook.StartsUpper | WordLook.HasCapital;

    public static TheoryData<string, int> Words => new()
    {
        { "said", (int)(Small | WordLook.IsPlain) },
        { "Oslo", (int)(Upper | WordLook.IsPlain) },
        { "iPhone", (int)(Small | WordLook.HasCapital | WordLook.IsPlain) },
        { "U.S.", (int)Upper },
        { "naïve", (int)Small },
        { "École", (int)Upper },
        { "žÉ", (int)Small },
        { "9/11", (int)WordLook.StartsWithDigit },
        { "5G", (int)(WordLook.StartsWithDigit | WordLook.HasCapital) },
        { "'Til", (int)WordLook.HasCapital },
        { "n't", (int)Small },
        { "日本", (int)WordLook.StartsWithLetter },
        { "“", (int)WordLook.None },
        { ",", (int)WordLook.None },
        { "_", (int)WordLook.None },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_looks_as_its_letters_say(string word, int look)
    {
        var hash = FormHash.Of(word, new Token(0, word.Length, Upos.X, PennTag.Other), out var seen);

        Assert.Equal((WordLook)look, seen);
        Assert.Equal(FormHash.Of(word.AsSpan()), hash);
    }

    [Fact]
    public void A_capital_beyond_ascii_counts_at_the_start_only()
    {
        FormHash.Of("éÉ", new Token(0, 2, Upos.X, PennTag.Other), out var inside);
        FormHash.Of("Éé", new Token(0, 2, Upos.X, PennTag.Other), out var atStart);

        Assert.False(inside.HasFlag(WordLook.HasCapital));
        Assert.True(atStart.HasFlag(WordLook.HasCapital));
    }
}
