namespace NewsIngest.Tests.ClaimsTests;

/// <summary>
/// One case of specs/claims/*.md: a text (the quoted lines, one paragraph each) and its claims, all of them, one per list item:
/// <c>speaker | cue | form | modality | content // content | in n</c>.
/// </summary>
public sealed record ClaimSpec(string File, string Name, string Text, IReadOnlyList<string> Claims)
{
    public override string ToString() => $"{File}: {Name}";

    public static IEnumerable<ClaimSpec> Read(string path)
    {
        string? name = null;
        var paragraphs = new List<string>();
        var claims = new List<string>();
        foreach (var line in System.IO.File.ReadLines(path).Append("## end"))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (name is not null) yield return new ClaimSpec(Path.GetFileNameWithoutExtension(path), name, string.Join("\n\n", paragraphs), [.. claims]);
                name = line[3..];
                paragraphs.Clear();
                claims.Clear();
            }
            else if (line.StartsWith("> ", StringComparison.Ordinal))
            {
                paragraphs.Add(line[2..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal) && line != "- none")
            {
                claims.Add(line[2..]);
            }
        }
    }
}
