using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Corrects what the tagger says word by word with what holds for a whole text: titles are cut off, known phrases are whole, a name seen
/// once is a name wherever it stands, and one name has one type unless the text is of two minds.
/// </summary>
internal sealed class NameRepair(AnnotatedText text, LexiconMatches lexicon, NameDocument document)
{
    private const int LongestRepeat = 6;

    public List<NameSpan> Apply(List<NameSpan> names)
    {
        var repaired = names.Select(CutTitles).ToList();
        Complete(repaired);
        Vote(repaired);
        AddRepeats(repaired);
        repaired.Sort((a, b) => a.First.CompareTo(b.First));
        return repaired;
    }

    private NameSpan CutTitles(NameSpan name) =>
        name.Type == NameType.Person ? name with { First = PersonSpan.AfterTitles(lexicon, name.First, name.End) } : name;

    /// <summary>"eastern [Europe]" and "United [States]": a span inside a known name becomes that name.</summary>
    private void Complete(List<NameSpan> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var length = lexicon.PhraseLength(name.First);
            var first = name.First - lexicon.PhraseOffset(name.First);
            if (length <= name.Length || first + length < name.End || (lexicon.Phrase(name.First) & (WordClass.Country | WordClass.Organization)) == 0) continue;
            if ((i > 0 && names[i - 1].End > first) || (i + 1 < names.Count && names[i + 1].First < first + length)) continue;
            var type = (lexicon.Phrase(name.First) & WordClass.Country) != 0 ? NameType.Place : NameType.Organization;
            names[i] = new NameSpan(first, first + length, type);
        }
    }

    private void Vote(List<NameSpan> names)
    {
        var votes = new Dictionary<ulong, int[]>();
        foreach (var name in names) Votes(votes, Key(name.First, name.End))[(int)name.Type]++;
        for (var i = 0; i < names.Count; i++)
        {
            var counts = votes[Key(names[i].First, names[i].End)];
            var best = Array.IndexOf(counts, counts.Max());
            if (counts[best] >= 2 * (counts.Sum() - counts[best]) && best != (int)names[i].Type) names[i] = names[i] with { Type = (NameType)best };
        }
    }

    private void AddRepeats(List<NameSpan> names)
    {
        var known = new Dictionary<ulong, (NameType Type, int Count)>();
        var taken = new bool[text.Tokens.Length];
        foreach (var name in names)
        {
            var key = Key(name.First, name.End);
            known[key] = (name.Type, known.GetValueOrDefault(key).Count + 1);
            taken.AsSpan(name.First, name.Length).Fill(true);
        }

        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (taken[i] || !document.Words[i].StartsUpper) continue;
                for (var end = Math.Min(sentence.EndToken, i + LongestRepeat); end > i; end--)
                {
                    if (taken.AsSpan(i, end - i).Contains(true) || !known.TryGetValue(Key(i, end), out var seen) || !IsSure(i, end, seen.Count)) continue;
                    names.Add(new NameSpan(i, end, seen.Type));
                    taken.AsSpan(i, end - i).Fill(true);
                    break;
                }
            }
        }
    }

    /// <summary>One word must be a name more often than not, and must not be part of a longer run of capitals that is none.</summary>
    private bool IsSure(int first, int end, int count)
    {
        if (end - first > 1) return true;
        return count >= 2 && document.RunEnd[first] - document.RunFirst[first] == 1 && (document.Case.Of(document.Words[first].Form) & 1) == 0
            && (lexicon.Word(first) & WordClass.Calendar) == 0;
    }

    private ulong Key(int first, int end)
    {
        var key = Fold.Seed;
        for (var i = first; i < end; i++) key = Fold.ExactHash(text.Form(i), (key * 31) + 1);
        return key;
    }

    private static int[] Votes(Dictionary<ulong, int[]> table, ulong key)
    {
        if (!table.TryGetValue(key, out var counts)) table.Add(key, counts = new int[NameLabels.Types]);
        return counts;
    }
}
