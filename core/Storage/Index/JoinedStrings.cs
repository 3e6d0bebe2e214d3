using System.Text.Json.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>
/// Strings in one piece, in JSON a list of strings: an answer reads dozens of names from each of a thousand rows, and needs few of them as strings of their own.
/// </summary>
/// <param name="text">One string after the other.</param>
/// <param name="ends">Where each ends in the text (UTF-16, exclusive).</param>
[JsonConverter(typeof(JoinedStringsConverter))]
internal sealed class JoinedStrings(string text, IReadOnlyList<int> ends)
{
    public static JoinedStrings Empty { get; } = new("", []);

    public int Count => ends.Count;

    public ReadOnlySpan<char> this[int position]
    {
        get
        {
            var start = position == 0 ? 0 : ends[position - 1];
            return text.AsSpan(start, ends[position] - start);
        }
    }

    public static JoinedStrings Of(IEnumerable<string> strings)
    {
        var all = strings.ToList();
        var end = 0;
        return new JoinedStrings(string.Concat(all), all.ConvertAll(one => end += one.Length));
    }
}
