using System.Text;
using NewsIngest.Articles;

namespace NewsIngest.Tests.Parsing;

/// <summary>One case of specs/parsing/blocks.txt: a text and the blocks it must give.</summary>
public sealed record BlockSpec(string Name, string Text, IReadOnlyList<(BlockRole Role, string Text)> Blocks)
{
    public override string ToString() => Name;

    public static IEnumerable<BlockSpec> Read(string path)
    {
        string? name = null;
        var text = new StringBuilder();
        var blocks = new List<(BlockRole, string)>();
        foreach (var line in File.ReadLines(path).Append("## end"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name is not null) yield return new BlockSpec(name, text.ToString(), [.. blocks]);
                name = line[3..];
                text.Clear();
                blocks.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var cut = line.IndexOf("> ", StringComparison.Ordinal);
                var separator = text.Length == 0 ? "" : line[0] switch { '+' => " ", '/' => "\n", _ => "\n\n" };
                text.Append(separator).Append(line[(cut + 2)..]);
                blocks.Add((Enum.Parse<BlockRole>(line[..cut].TrimStart('+', '/'), ignoreCase: true), line[(cut + 2)..]));
            }
        }
    }
}
