using System.Text.Json;
using NewsIngest.Storage.Index;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>What has to be the list of strings that it stands for.</summary>
public sealed class JoinedStringsTests
{
    private static readonly string[][] Lists =
    [
        [],
        [""],
        ["Ada Roth", "", "line\nbreak", "tab\t", "“quoted”", "back\\slash", "Škoda", "日本", "🙂"],
        [.. Enumerable.Range(0, 300).Select(number => $"name {number}")],
        [new string('x', 5000), new string('ü', 3000), "z"],
    ];

    [Fact]
    public void It_is_read_and_written_as_a_list()
    {
        foreach (var list in Lists)
        {
            var json = JsonSerializer.Serialize(list);
            var read = JsonSerializer.Deserialize<JoinedStrings>(json)!;
            Assert.Equal(list, All(read));
            Assert.Equal(json, JsonSerializer.Serialize(read));
            Assert.Equal(json, JsonSerializer.Serialize(JoinedStrings.Of(list)));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    [InlineData("[1]")]
    [InlineData("[\"a\",null]")]
    [InlineData("[\"a\",[\"b\"]]")]
    [InlineData("[\"a\"")]
    public void Anything_else_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<JoinedStrings>(json));

    private static IEnumerable<string> All(JoinedStrings strings) => Enumerable.Range(0, strings.Count).Select(position => strings[position].ToString());
}
