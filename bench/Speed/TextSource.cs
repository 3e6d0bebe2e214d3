using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsIngest.Parsing;

namespace NewsIngest.Bench.Speed;

/// <summary>The texts that speed is measured on: those of a path, or those of the seeds, repeated with variation until there are enough.</summary>
/// <param name="path">A folder, a JSON Lines file with "text", any article file.</param>
internal sealed class TextSource(string path)
{
    private const int ShortestArticle = 1000;

    private readonly Lazy<List<string>> originals = new(() => Articles(path));

    /// <summary>English texts, together at least so many UTF-16 characters.</summary>
    /// <exception cref="InvalidDataException">There is no English text.</exception>
    public IReadOnlyList<string> Read(int characters)
    {
        var texts = new List<string>();
        for (long total = 0, round = 0; total < characters; round++)
        {
            foreach (var original in originals.Value)
            {
                var text = round == 0 ? original : Varied(original, (int)round);
                texts.Add(text);
                total += text.Length;
                if (total >= characters) break;
            }
        }

        return texts;
    }

    private static List<string> Articles(string path)
    {
        var texts = Originals(path).Where(text => text.Length > 0).ToList();
        if (texts.Count == 0) throw new InvalidDataException($"{path} holds no English text");
        // A text of two sentences is no article; where there are others, speed is that on articles.
        if (texts.Exists(IsArticle)) texts.RemoveAll(text => !IsArticle(text));
        return texts;
    }

    private static bool IsArticle(string text) => text.Length >= ShortestArticle;

    private static IEnumerable<string> Originals(string path)
    {
        var parser = new ArticleParser();
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
        foreach (var file in files)
        {
            if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                foreach (var line in File.ReadLines(file))
                {
                    using var row = JsonDocument.Parse(line);
                    if (row.RootElement.TryGetProperty("text", out var text)) yield return text.GetString()!;
                }

                continue;
            }

            foreach (var article in parser.Parse(new SourceFile("bench", Path.GetFileName(file), File.ReadAllBytes(file))))
            {
                if (article.Language == "en") yield return article.Text;
            }
        }
    }

    /// <summary>
    /// The same text with other numbers and other names: capitalised words that open no sentence get another ending. Every paragraph ends
    /// with the round, since a paragraph that repeats another one is not analysed.
    /// </summary>
    private static string Varied(string text, int round)
    {
        var result = new StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) result.Append((char)('0' + ((c - '0' + round) % 10)));
            else if (char.IsAsciiLetterLower(c) && EndsName(text, i)) result.Append((char)('a' + ((c - 'a' + round) % 26)));
            else if (c == '.' && (i + 1 == text.Length || text[i + 1] is '\r' or '\n')) result.Append(CultureInfo.InvariantCulture, $" ({round}).");
            else result.Append(c);
        }

        return result.ToString();
    }

    private static bool EndsName(string text, int last)
    {
        if (last + 1 < text.Length && char.IsLetter(text[last + 1])) return false;
        var first = last;
        while (first > 0 && char.IsLetter(text[first - 1])) first--;
        return last - first >= 4 && char.IsUpper(text[first]) && first > 1 && text[first - 1] == ' ' && char.IsLetter(text[first - 2]);
    }
}
