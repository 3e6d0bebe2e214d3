using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>One name, one type: an acronym has that of what it stands for, a name that of most of its mentions.</summary>
internal sealed class NameTypes(NameDocument document)
{
    private readonly AnnotatedText text = document.Text;

    /// <summary>"Bank of Ruritania (BoR)": the acronym has the type of what it stands for.</summary>
    public void TypeAcronyms(List<NameSpan> names)
    {
        var types = new Dictionary<ulong, NameType>();
        for (var i = 1; i < names.Count; i++)
        {
            var (full, name) = (names[i - 1], names[i]);
            if (name.Length == 1 && name.First == full.End + 1 && full.Length > 1 && text.Form(full.End) is "(" && document.IsAllCapital(name.First)
                && char.ToUpperInvariant(text.Form(full.First)[0]) == text.Form(name.First)[0])
            {
                types[NameKey.Of(text, name.First, name.End)] = full.Type;
            }
        }

        if (types.Count == 0) return;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 1 && types.TryGetValue(NameKey.Of(text, names[i].First, names[i].End), out var type)) names[i] = names[i] with { Type = type };
        }
    }

    public void Vote(List<NameSpan> names)
    {
        var votes = new Dictionary<ulong, int[]>();
        foreach (var name in names) Votes(votes, NameKey.Of(text, name.First, name.End))[(int)name.Type]++;
        for (var i = 0; i < names.Count; i++)
        {
            var counts = votes[NameKey.Of(text, names[i].First, names[i].End)];
            var best = Array.IndexOf(counts, counts.Max());
            if (counts[best] >= 2 * (counts.Sum() - counts[best]) && best != (int)names[i].Type) names[i] = names[i] with { Type = (NameType)best };
        }
    }

    private static int[] Votes(Dictionary<ulong, int[]> table, ulong key)
    {
        if (!table.TryGetValue(key, out var counts)) table.Add(key, counts = new int[NameLabels.Types]);
        return counts;
    }
}
