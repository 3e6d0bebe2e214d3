namespace NewsIngest.Entities.Lexicon;

/// <summary>Which given names can be the same name: full and short forms share a group.</summary>
internal sealed class Nicknames
{
    private readonly Dictionary<string, List<int>> groups = new(StringComparer.Ordinal);

    public Nicknames()
    {
        var number = 0;
        foreach (var row in EntityData.Rows("nicknames.tsv"))
        {
            // Each full form with its short forms is a group of its own: Patricia and Patrick are not one because both are Pat.
            foreach (var full in EntityData.List(row, 0))
            {
                Add(full, number);
                foreach (var shortForm in EntityData.List(row, 1)) Add(shortForm, number);
                number++;
            }
        }
    }

    /// <summary>Whether two folded given names can be forms of one.</summary>
    public bool AreForms(string first, string second) =>
        groups.TryGetValue(first, out var a) && groups.TryGetValue(second, out var b) && a.Intersect(b).Any();

    /// <summary>The groups of names that a folded given name belongs to.</summary>
    public IReadOnlyList<int> GroupsOf(string name) => groups.TryGetValue(name, out var list) ? list : [];

    private void Add(string name, int group)
    {
        var key = Fold.Text(name);
        if (!groups.TryGetValue(key, out var list)) groups.Add(key, list = []);
        list.Add(group);
    }
}
