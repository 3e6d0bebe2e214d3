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
        var repaired = names.Where(name => !IsTitleOnly(name) && !IsDate(name) && !IsCurrency(name) && !IsGeneric(name)).Select(Retype).ToList();
        Complete(repaired);
        JoinParticles(repaired);
        JoinHyphens(repaired);
        SplitBodies(repaired);
        TypeAcronyms(repaired);
        SplitGroups(repaired);
        Vote(repaired);
        var taken = AddRepeats(repaired);
        new KnownNames(text, lexicon, document).Add(repaired, taken);
        new LooseNames(text, lexicon, document).Add(repaired, taken);
        repaired.Sort((a, b) => a.First.CompareTo(b.First));
        for (var i = 0; i < repaired.Count; i++) repaired[i] = CutTitles(repaired[i]);
        return repaired;
    }

    private NameSpan CutTitles(NameSpan name) =>
        name.Type == NameType.Person ? name with { First = PersonSpan.AfterTitles(lexicon, name.First, name.End) } : name;

    /// <summary>"Democrat Ada Roth", "Republican U.S. senator": the group is a name of its own, unless a body's name begins with it.</summary>
    private void SplitGroups(List<NameSpan> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            var name = names[i];
            var length = Math.Max(1, lexicon.PhraseLength(name.First));
            if (name.Type is not (NameType.Person or NameType.Place) || name.Length <= length || lexicon.PhraseOffset(name.First) != 0) continue;
            var isCountry = name.Type == NameType.Person && (lexicon.Phrase(name.First) & WordClass.Country) != 0;
            if ((!isCountry && (lexicon.Phrase(name.First) & (WordClass.Demonym | WordClass.Group)) == 0) || (lexicon.Word(name.First) & (WordClass.Given | WordClass.Surname)) != 0) continue;
            if (name.Type == NameType.Place && (lexicon.Phrase(name.First + length) & WordClass.Country) == 0) continue;
            names[i] = name with { First = name.First + length };
            names.Insert(i, new NameSpan(name.First, name.First + length, isCountry ? NameType.Place : NameType.Other));
        }
    }

    /// <summary>"the President": a title without a name.</summary>
    private bool IsTitleOnly(NameSpan name)
    {
        const WordClass titles = WordClass.Honorific | WordClass.RoleHead | WordClass.RoleModifier;
        if (name.Type is NameType.Place) return false;
        for (var i = name.First; i < name.End; i++)
        {
            if ((lexicon.Word(i) & titles) == 0 || (lexicon.Word(i) & (WordClass.Given | WordClass.Surname | WordClass.Group)) != 0) return false;
        }

        return (lexicon.Word(name.End - 1) & (WordClass.RoleHead | WordClass.Honorific)) != 0;
    }

    /// <summary>"US $35": a currency, whether or not a blank follows.</summary>
    private bool IsCurrency(NameSpan name) =>
        name.Length == 1 && name.End < text.Tokens.Length && text.Form(name.End)[^1] == '$' && text.Form(name.First).Length <= 3;

    /// <summary>"the State", "the Kingdom": a kind of place, not one.</summary>
    private bool IsGeneric(NameSpan name) =>
        name.Length == 1 && name.Type == NameType.Place && (lexicon.Word(name.First) & WordClass.LocHead) != 0 && (lexicon.Phrase(name.First) & WordClass.Name) == 0;

    /// <summary>A country stays a place when it plays or decides; a row of capitals that nobody knows is more often a body than a thing.</summary>
    private NameSpan Retype(NameSpan name)
    {
        var whole = lexicon.PhraseOffset(name.First) == 0 && lexicon.PhraseLength(name.First) == name.Length;
        if (whole && name.Type == NameType.Organization && (lexicon.Phrase(name.First) & WordClass.Country) != 0) return name with { Type = NameType.Place };
        if (name.Length > 1 && name.Type is NameType.Place or NameType.Other && name.Length > 1 && (lexicon.Word(name.End - 1) & WordClass.OrgSuffix) != 0 && !whole) return name with { Type = NameType.Organization };
        return name.Type == NameType.Other && name.Length == 1 && text.Form(name.First).Length >= 3 && document.IsAllCapital(name.First) && lexicon.Word(name.First) == WordClass.None
            && !document.IsTitleCase(text.Sentences[text.SentenceOf(name.First)])
            ? name with { Type = NameType.Organization }
            : name;
    }

    /// <summary>"Dec 7".</summary>
    private bool IsDate(NameSpan name)
    {
        if ((lexicon.Phrase(name.First) & (WordClass.Calendar | WordClass.Name)) == WordClass.Calendar && lexicon.PhraseLength(name.First) >= name.Length) return name.Type == NameType.Other;
        for (var i = name.First; i < name.End; i++)
        {
            if ((lexicon.Word(i) & WordClass.Calendar) == 0 && !char.IsDigit(text.Form(i)[0])) return false;
        }

        return name.Type != NameType.Person;
    }

    /// <summary>"Guevara - Rosas", "al-Ghanem", "Li Ka-shing": what a hyphen joins to a person's name belongs to it.</summary>
    private void JoinHyphens(List<NameSpan> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            while (names[i].Type == NameType.Person && names[i].End + 1 < text.Tokens.Length && text.Form(names[i].End) is "-" or "‑"
                && text.SentenceOf(names[i].End + 1) == text.SentenceOf(names[i].First) && IsNamePart(names[i], names[i].End + 1))
            {
                var end = names[i].End + 2;
                if (i + 1 < names.Count && names[i + 1].First < end)
                {
                    if (names[i + 1].Type != NameType.Person) break;
                    end = names[i + 1].End;
                    names.RemoveAt(i + 1);
                }

                while (i + 1 < names.Count && names[i + 1].First < end) names.RemoveAt(i + 1);
                names[i] = names[i] with { End = end };
            }
        }
    }

    /// <summary>"[Pieter] van der [Linden]", "Mr van der [Linden]": particles belong to the name they stand before.</summary>
    private void JoinParticles(List<NameSpan> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (names[i].Type != NameType.Person) continue;
            var sentence = text.Sentences[text.SentenceOf(names[i].First)];
            var first = names[i].First;
            while (first > sentence.FirstToken && IsParticle(first - 1) && (i == 0 || names[i - 1].End < first)) first--;
            if (first == names[i].First || first == sentence.FirstToken) continue;
            if (i > 0 && names[i - 1].End == first && names[i - 1].Type == NameType.Person)
            {
                names[i - 1] = names[i - 1] with { End = names[i].End };
                names.RemoveAt(i);
            }
            else if (document.Words[first - 1].StartsUpper)
            {
                var isGiven = (lexicon.Word(first - 1) & WordClass.Given) != 0 && (i == 0 || names[i - 1].End < first);
                names[i] = names[i] with { First = isGiven ? first - 1 : first };
            }
        }
    }

    private bool IsParticle(int token) => text.Form(token) is "van" or "der" or "den" or "de" or "von" or "zu" or "bin" or "ibn" or "al" or "el" or "la" or "du" or "dos" or "da" or "di" or "ten" or "ter";

    /// <summary>"Harbour Council Ada Roth": the body ends where a given name begins.</summary>
    private void SplitBodies(List<NameSpan> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            var name = names[i];
            if (name.Type is not (NameType.Person or NameType.Organization)) continue;
            for (var k = name.First + 1; k < name.End - 1; k++)
            {
                if ((lexicon.Word(k) & WordClass.Given) == 0 || (lexicon.Word(k) & WordClass.OrgHead) != 0 || (lexicon.Word(k - 1) & WordClass.OrgHead) == 0) continue;
                if ((lexicon.Word(name.End - 1) & (WordClass.OrgHead | WordClass.OrgSuffix | WordClass.LocHead)) != 0 || name.End - k > 3) break;
                names[i] = name with { First = k, Type = NameType.Person };
                names.Insert(i, new NameSpan(name.First, k, NameType.Organization));
                break;
            }
        }
    }

    private bool IsNamePart(NameSpan name, int token)
    {
        const int longestSyllable = 5;
        var form = text.Form(token);
        if (char.IsUpper(form[0])) return text.Form(name.End - 1).Length > 1 && (name.Length > 1 || text.Form(name.End - 1) is "Al" or "al" or "El" or "el" or "Abu" or "Bin");
        return name.Length > 1 && form.Length <= longestSyllable && text.Form(name.End - 1).Length <= longestSyllable && char.IsLower(form[0])
            && (text.Tokens[token].Upos is Upos.Noun or Upos.Propn or Upos.X or Upos.Intj
                || (text.Tokens[token].Upos is Upos.Adj && text.Tokens[token].Start == text.Tokens[token - 1].End));
    }

    /// <summary>"Bank of Ruritania (BoR)": the acronym has the type of what it stands for.</summary>
    private void TypeAcronyms(List<NameSpan> names)
    {
        for (var i = 1; i < names.Count; i++)
        {
            var (full, name) = (names[i - 1], names[i]);
            if (name.Length == 1 && name.First == full.End + 1 && full.Length > 1 && text.Form(full.End) is "(" && document.IsAllCapital(name.First)
                && char.ToUpperInvariant(text.Form(full.First)[0]) == text.Form(name.First)[0])
            {
                names[i] = name with { Type = full.Type };
                for (var k = 0; k < names.Count; k++)
                {
                    if (names[k].Length == 1 && Key(names[k].First, names[k].End) == Key(name.First, name.End)) names[k] = names[k] with { Type = full.Type };
                }
            }
        }
    }

    /// <summary>"eastern [Europe]" and "United [States]": a span inside a known name becomes that name.</summary>
    private void Complete(List<NameSpan> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var length = lexicon.PhraseLength(name.First);
            var first = name.First - lexicon.PhraseOffset(name.First);
            const WordClass sure = WordClass.Country | WordClass.Organization | WordClass.Demonym | WordClass.Thing;
            if (length <= name.Length || first + length < name.End || (lexicon.Phrase(name.First) & sure) == 0) continue;
            if ((i > 0 && names[i - 1].End > first) || (i + 1 < names.Count && names[i + 1].First < first + length)) continue;
            var type = (lexicon.Phrase(name.First) & WordClass.Country) != 0 ? NameType.Place
                : (lexicon.Phrase(name.First) & WordClass.Organization) != 0 ? NameType.Organization
                : NameType.Other;
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

    private bool[] AddRepeats(List<NameSpan> names)
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

        AddSurnames(names, taken);
        return taken;
    }

    /// <summary>The last word of a person's full name is that person wherever it stands, an initial before it included.</summary>
    private void AddSurnames(List<NameSpan> names, bool[] taken)
    {
        var surnames = names.Where(n => n.Type == NameType.Person && n.Length > 1).Select(n => document.Words[n.End - 1].Form).ToHashSet();
        if (surnames.Count == 0) return;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] || !document.Words[i].StartsUpper || text.Form(i).Length < 3 || !surnames.Contains(document.Words[i].Form)) continue;
            if ((document.Case.Of(document.Words[i].Form) & 1) != 0 || IsLooseCapital(i + 1) || (lexicon.Word(i) & WordClass.Calendar) != 0) continue;
            var first = i;
            while (first > 0 && !taken[first - 1] && text.Form(first - 1) is [_, '.'] && text.SentenceOf(first - 1) == text.SentenceOf(i)) first--;
            if (first == i && IsLooseCapital(i - 1)) continue;
            names.Add(new NameSpan(first, i + 1, NameType.Person));
            taken.AsSpan(first, i + 1 - first).Fill(true);
        }
    }

    /// <summary>One word must be a name more often than not, and must not be part of a longer run of capitals that is none.</summary>
    private bool IsSure(int first, int end, int count)
    {
        if (end - first > 1) return true;
        return (count >= 2 || (lexicon.Phrase(first) & WordClass.Name) != 0) && !IsLooseCapital(first - 1) && !IsLooseCapital(end)
            && (document.Case.Of(document.Words[first].Form) & 1) == 0
            && (lexicon.Word(first) & WordClass.Calendar) == 0;
    }

    private bool IsLooseCapital(int token) =>
        token >= 0 && token < text.Tokens.Length && document.Words[token].StartsUpper && text.Tokens[token].Upos == Upos.Propn
        && (lexicon.Word(token) & (WordClass.Honorific | WordClass.RoleHead)) == 0;

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
