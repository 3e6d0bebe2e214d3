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
        var numbers = new KeyNumbers(text.Work);
        var numberOf = text.Work.RentUncleared<int>(names.Count);
        var votes = text.Work.Rent<int>(names.Count * NameLabels.Types);
        for (var i = 0; i < names.Count; i++)
        {
            numberOf[i] = numbers.Add(NameKey.Of(text, names[i].First, names[i].End));
            votes[(numberOf[i] * NameLabels.Types) + (int)names[i].Type]++;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var best = Winner(votes.AsSpan(numberOf[i] * NameLabels.Types, NameLabels.Types));
            if (best >= 0 && best != (int)names[i].Type) names[i] = names[i] with { Type = (NameType)best };
        }
    }

    /// <summary>The type with twice as many votes as all others, the first of several; -1 when there is none.</summary>
    private static int Winner(ReadOnlySpan<int> votes)
    {
        int best = 0, all = 0;
        for (var type = 0; type < votes.Length; type++)
        {
            all += votes[type];
            if (votes[type] > votes[best]) best = type;
        }

        return votes[best] >= 2 * (all - votes[best]) ? best : -1;
    }
}
