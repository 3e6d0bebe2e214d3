using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// The role graph: roles that stand before a name ("German chancellor Ada Roth"), after it ("Ada Roth, the German chancellor,"), or are an
/// honorific that states an office ("President Roth").
/// </summary>
internal sealed class RoleFinder(EntityText text, IReadOnlyDictionary<int, Cluster> clusterAt)
{
    private const int LongestApposition = 12;

    public void Find()
    {
        for (var i = 0; i < text.Names.Count; i++)
        {
            var name = text.Names[i];
            if (name.Type != NameType.Person || !clusterAt.TryGetValue(name.First, out var cluster)) continue;
            if (!Before(name, cluster)) Honorific(name, cluster);
            After(name, cluster);
        }
    }

    /// <summary>The canonical name of what a role phrase is a role in.</summary>
    public string? Of(RolePhrase phrase) =>
        phrase.OfFirst < 0 ? null
        : clusterAt.TryGetValue(phrase.OfFirst, out var cluster) ? cluster.CanonicalName
        : text.Surface(phrase.OfFirst, phrase.OfEnd);

    private bool Before(NameSpan name, Cluster cluster)
    {
        var head = name.First - 1;
        var sentence = text.Sentence(name.First);
        if (head < sentence.FirstToken) return false;
        // "The president, Ada Roth,": only with an article, or any list of people would do.
        var comma = text.Is(head, ",");
        if (comma) head--;
        if (head < sentence.FirstToken || RolePhraseReader.Read(text, head) is not { } phrase) return false;
        if (comma && phrase.Determiner < 0) return false;
        if (comma) Add(cluster, phrase, phrase.FirstWithDeterminer);
        else Add(cluster, phrase, phrase.First);
        return true;
    }

    private void Honorific(NameSpan name, Cluster cluster)
    {
        if (HonorificFinder.Before(text, name.First) is not { Office: { } office }) return;
        var first = name.First - office.Count(c => c == ' ') - 1;
        cluster.Add(new Role(office, null, new TextSpan(text.StartOf(first), text.EndOf(name.First - 1))));
    }

    private void After(NameSpan name, Cluster cluster)
    {
        var sentence = text.Sentence(name.First);
        if (name.End >= sentence.EndToken || !text.Is(name.End, ",") && !text.Is(name.End, "(")) return;
        for (var i = name.End + 1; i < Math.Min(sentence.EndToken, name.End + LongestApposition); i++)
        {
            if (text.IsVerb(i) || text.Is(i, "who") || text.Is(i, ",") && i > name.End + 2) return;
            if (RolePhraseReader.Read(text, i) is not { } phrase) continue;
            if (phrase.FirstWithDeterminer > name.End + 1 && !IsAge(name.End + 1, phrase.FirstWithDeterminer)) return;
            if (text.NameAt(phrase.End) >= 0 && text.Names[text.NameAt(phrase.End)].Type == NameType.Person) return;
            Add(cluster, phrase, phrase.First);
            return;
        }
    }

    /// <summary>"Ada Roth, 45, a lawyer".</summary>
    private bool IsAge(int first, int end) => end == first + 2 && char.IsAsciiDigit(text.Form(first)[0]) && text.Is(first + 1, ",");

    private void Add(Cluster cluster, RolePhrase phrase, int first)
    {
        cluster.Add(new Role(phrase.Title, Of(phrase), new TextSpan(text.StartOf(first), text.EndOf(phrase.End - 1))));
        if (cluster.Gender == Gender.Unknown) cluster.Gender = GenderOfRole(phrase.Title);
    }

    internal static Gender GenderOfRole(string title) =>
        title.EndsWith("woman", StringComparison.Ordinal) || title.EndsWith("actress", StringComparison.Ordinal) || title.EndsWith("princess", StringComparison.Ordinal)
            || title.EndsWith("mother", StringComparison.Ordinal) || title.EndsWith("sister", StringComparison.Ordinal) || title.EndsWith("wife", StringComparison.Ordinal)
            || title.EndsWith("daughter", StringComparison.Ordinal) || title.EndsWith("widow", StringComparison.Ordinal) ? Gender.Female
        : title.EndsWith("spokesman", StringComparison.Ordinal) || title.EndsWith("businessman", StringComparison.Ordinal) || title.EndsWith("father", StringComparison.Ordinal)
            || title.EndsWith("brother", StringComparison.Ordinal) || title.EndsWith("husband", StringComparison.Ordinal) || title.EndsWith("son", StringComparison.Ordinal)
            || title.EndsWith("congressman", StringComparison.Ordinal) ? Gender.Male
        : Gender.Unknown;
}
