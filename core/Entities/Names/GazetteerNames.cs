using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Puts the names of a user's gazetteer over those the tagger found: the longest match wins, and whatever it overlaps goes.</summary>
internal static class GazetteerNames
{
    public static List<NameSpan> Apply(AnnotatedText text, Gazetteer gazetteer, List<NameSpan> names)
    {
        if (gazetteer.Entries.Count == 0) return names;
        var known = new List<NameSpan>();
        var taken = new bool[text.Tokens.Length];
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken;)
            {
                var (length, entry) = Longest(text, gazetteer, i, sentence.EndToken);
                if (entry is not null)
                {
                    known.Add(new NameSpan(i, i + length, TypeOf(entry.Type)));
                    taken.AsSpan(i, length).Fill(true);
                }

                i += Math.Max(1, length);
            }
        }

        return known.Count == 0
            ? names
            : [.. names.Where(n => !taken.AsSpan(n.First, n.Length).Contains(true)).Concat(known).OrderBy(n => n.First)];
    }

    private static (int Length, GazetteerEntry? Entry) Longest(AnnotatedText text, Gazetteer gazetteer, int first, int end)
    {
        // A name starts with a capital or a digit, or it is written with one later on ("iPhone", "al-Qaeda").
        var form = text.Form(first);
        if (!char.IsUpper(form[0]) && !char.IsDigit(form[0]) && form.IndexOfAnyInRange('A', 'Z') < 0 && form.Length > 3) return default;
        var (folded, exact) = (Fold.Seed, Fold.Seed);
        (int Length, GazetteerEntry? Entry) best = default;
        for (var i = first; i < end && i < first + WordClassTable.LongestPhrase; i++)
        {
            folded = Fold.Hash(text.Form(i), folded);
            exact = Fold.ExactHash(text.Form(i), exact);
            if (char.IsLetterOrDigit(text.Form(i)[0]) && gazetteer.Find(folded, exact) is { } entry) best = (i + 1 - first, entry);
        }

        return best;
    }

    private static NameType TypeOf(EntityType type) => type switch
    {
        EntityType.Person => NameType.Person,
        EntityType.Organization => NameType.Organization,
        EntityType.Place => NameType.Place,
        _ => NameType.Other,
    };
}
