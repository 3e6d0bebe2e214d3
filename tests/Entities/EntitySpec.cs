using System.Text;

namespace NewsIngest.Tests.Entities;

/// <summary>One case of specs/entities/*.txt: a text and what must be found in it.</summary>
public sealed record EntitySpec(string Name, string Text, IReadOnlyList<EntityExpectation> Expectations)
{
    public override string ToString() => Name;

    public static IEnumerable<EntitySpec> Read(string path)
    {
        string? name = null;
        var text = new StringBuilder();
        var expectations = new List<EntityExpectation>();
        foreach (var line in File.ReadLines(path).Append("## end"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name is not null) yield return new EntitySpec($"{Path.GetFileNameWithoutExtension(path)}: {name}", text.ToString(), [.. expectations]);
                name = line[3..];
                text.Clear();
                expectations.Clear();
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(line[2..]);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                expectations.Add(EntityExpectation.Parse(line));
            }
        }
    }
}

/// <summary>One line of a case: "entity", "no entity", "role", "speaker" or "rule", and its fields.</summary>
public sealed record EntityExpectation(string Kind, IReadOnlyList<string> Fields)
{
    public static EntityExpectation Parse(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return new EntityExpectation(line[..colon], [.. line[(colon + 2)..].Split(" | ")]);
    }
}
