using System.Globalization;

namespace NewsIngest.Bench.Training.Names;

/// <summary>A word line of a GUM file.</summary>
internal sealed class GumToken(string[] columns)
{
    private const string EntityKey = "Entity=";

    public string Form => columns[1];

    public string Upos => columns[3];

    /// <summary>Index of the head in the sentence, -1 for the root.</summary>
    public int Head { get; } = int.Parse(columns[6], CultureInfo.InvariantCulture) - 1;

    /// <summary>Brackets of the entities that open or close here; empty when there are none.</summary>
    public string Entity { get; } =
        columns[9].Split('|').FirstOrDefault(f => f.StartsWith(EntityKey, StringComparison.Ordinal))?[EntityKey.Length..] ?? string.Empty;

    public int Start { get; set; }

    public int End { get; set; }
}
