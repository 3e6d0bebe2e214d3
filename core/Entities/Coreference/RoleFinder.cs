using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// The role graph: roles that stand before a name ("German chancellor Ada Roth"), after it ("Ada Roth, the German chancellor,"), or are an
/// honorific that states an office ("President Roth").
/// </summary>
internal sealed class RoleFinder(EntityText text)
{
    private const int LongestApposition = 12;
    private const int LongestComplement = 12;

    /// <summary>By the token of a role noun, one more than the first token of its holder; 0 when it has none.</summary>
    private readonly int[] holders = text.Text.Work.Rent<int>(text.Count);

    public void Find()
    {
        for (var i = 0; i < text.Names.Count; i++)
        {
            var name = text.Names[i];
            if (name.Type != NameType.Person || text.NameMention(name.First) is not { Cluster: { } cluster }) continue;
            if (!Before(name, cluster)) Honorific(name, cluster);
            After(name, cluster);
        }
    }

    /// <summary>First token of the name of the person whom the role noun at a token describes ("Norway's minister, Ada Roth"), or -1.</summary>
    public int HolderOf(int head) => holders[head] - 1;

    /// <summary>The canonical name of what a role phrase is a role in.</summary>
    public string? Of(RolePhrase phrase) =>
        phrase.OfFirst < 0 ? null
        : text.NameMention(phrase.OfFirst) is { } holder && text.Names[text.NameAt(phrase.OfFirst)].End == phrase.OfEnd ? holder.Cluster!.CanonicalName
        : CanonicalName.Clean(text.Surface(phrase.OfFirst, phrase.OfEnd));

    /// <summary>Whether the role noun stands right before the name, so that it is no honorific too.</summary>
    private bool Before(NameSpan name, Cluster cluster)
    {
        var honorific = HonorificFinder.FirstBefore(text, name.First);
        var isDirect = Before(name, name.First - 1, cluster);
        var isApart = honorific < name.First && (text.Is(honorific - 1, ",") || !isDirect && !text.Has(honorific, WordClass.RoleHead));
        if (isApart) Before(name, honorific - 1, cluster);
        return isDirect;
    }

    /// <param name="name">The name.</param>
    /// <param name="before">The token that the role phrase, or a comma after it, ends in.</param>
    /// <param name="cluster">The person.</param>
    private bool Before(NameSpan name, int before, Cluster cluster)
    {
        var sentence = text.Sentence(name.First);
        if (before < sentence.FirstToken) return false;
        var comma = text.Is(before, ",");
        if (RoleEndingAt(comma ? before - 1 : before, sentence.FirstToken, comma) is not { } phrase || holders[phrase.Head] > 0) return false;
        if (comma && !IsApposition(name, phrase)) return false;
        holders[phrase.Head] = name.First + 1;
        if (comma) Add(cluster, phrase, phrase.FirstWithDeterminer);
        else Add(cluster, phrase.OfFirst < 0 ? WithHolderAfter(name, phrase) : phrase, phrase.First);
        return true;
    }

    /// <summary>"Analyst Ada Roth of Harbour Bank": what the role is in stands after the name.</summary>
    private RolePhrase WithHolderAfter(NameSpan name, RolePhrase phrase)
    {
        var at = text.Is(name.End + 1, "the") ? name.End + 2 : name.End + 1;
        if (!text.Is(name.End, "of") && !text.Is(name.End, "at") && !text.Is(name.End, "from") || text.NameAt(at) < 0) return phrase;
        var holder = text.Names[text.NameAt(at)];
        return holder.Type == NameType.Organization && holder.First == at ? phrase with { OfFirst = holder.First, OfEnd = holder.End } : phrase;
    }

    /// <summary>The role phrase whose last token is <paramref name="last"/>, what it is a role in counted.</summary>
    private RolePhrase? RoleEndingAt(int last, int sentenceFirst, bool comma)
    {
        if (last < sentenceFirst) return null;
        if (RolePhraseReader.Read(text, last) is { } direct) return direct;
        for (var head = last - 1; head >= Math.Max(sentenceFirst, last - LongestComplement); head--)
        {
            if (text.IsVerb(head) && !text.Has(head, WordClass.RoleHead) || text.Text.Tokens[head].Upos == Upos.Punct && !text.Is(head, "-") || text.Is(head, "who")) return null;
            if (!text.Has(head, WordClass.RoleHead) || RolePhraseReader.Read(text, head) is not { } phrase) continue;
            if (phrase.End == last + 1 && (comma || phrase.OfEnd == phrase.End && text.NameAt(last) >= 0)) return phrase;
            if (comma && phrase.End <= last && text.Penn(phrase.End) is PennTag.In) return phrase;
        }

        return null;
    }

    /// <summary>"The president, Ada Roth,": only with an article or holder, or any list of people would do.</summary>
    private bool IsApposition(NameSpan name, RolePhrase phrase)
    {
        if (text.Penn(phrase.Head) is PennTag.Nns or PennTag.Nnps || phrase.Determiner < 0 && phrase.OfFirst < 0) return false;
        var next = name.End < text.Count && RolePhraseReader.IsAfterName(text, name.End) ? name.End + 1 : name.End;
        var isEnd = next >= text.Sentence(name.First).EndToken || text.Text.Tokens[next].Upos == Upos.Punct;
        return isEnd || phrase.Determiner >= 0 && !text.Is(name.End, "and");
    }

    private void Honorific(NameSpan name, Cluster cluster)
    {
        if (HonorificFinder.Before(text, name.First) is not { Office: { } office }) return;
        var first = name.First - office.AsSpan().Count(' ') - 1;
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
            if (holders[phrase.Head] > 0 || LeadsToNext(phrase.End)) return;
            holders[phrase.Head] = name.First + 1;
            Add(cluster, phrase, phrase.First);
            return;
        }
    }

    /// <summary>"After talks with Ada Roth, Norway's minister, Jon Vik, said": the role is that of the name after it.</summary>
    private bool LeadsToNext(int comma)
    {
        if (!text.Is(comma, ",") || text.NameAt(comma + 1) < 0 || text.Names[text.NameAt(comma + 1)] is not { Type: NameType.Person } next) return false;
        return next.End + 1 < text.Sentence(next.First).EndToken && text.Is(next.End, ",") && text.Penn(next.End + 1) is PennTag.Vbd or PennTag.Vbz;
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
