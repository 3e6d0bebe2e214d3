using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Lengthens the names of bodies over what they are for: "Ministry of Health and [Education]", "Centre for the [Study of Tides]".</summary>
internal sealed class BodyNames(NameDocument document)
{
    private const int LongestTail = 5;
    private const WordClass Heads = WordClass.OrgHead | WordClass.OrgSuffix | WordClass.LocHead;
    private const WordClass OwnNames = WordClass.Country | WordClass.Place | WordClass.Demonym | WordClass.Group | WordClass.Organization;

    private readonly NewsIngest.Language.AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Extend(List<NameSpan> names)
    {
        var kept = 0;
        for (var read = 0; read < names.Count; kept++)
        {
            var name = names[read++];
            while (name.Type == NameType.Organization && End(name) is var end && end > name.End && !HoldsPerson(names, read, end))
            {
                while (read < names.Count && names[read].First < end) end = Math.Max(end, names[read++].End);
                name = name with { End = end };
            }

            names[kept] = name;
        }

        names.RemoveRange(kept, names.Count - kept);
    }

    private bool HoldsPerson(List<NameSpan> names, int at, int end)
    {
        for (; at < names.Count && names[at].First < end; at++)
        {
            if (names[at].Type == NameType.Person && !(names[at].Length == 1 && IsField(text.Form(names[at].First)))) return true;
        }

        return false;
    }

    private int End(NameSpan name)
    {
        var sentenceEnd = text.Sentences[text.SentenceOf(name.First)].EndToken;
        if (name.End + 1 >= sentenceEnd) return name.End;
        return text.Form(name.End) switch
        {
            "and" or "&" when HasPurpose(name) => Tail(name.End + 1, sentenceEnd, 3, name.End),
            "," when HasPurpose(name) && IsField(text.Form(name.End - 1)) => ListEnd(name.End, sentenceEnd),
            "for" when HasHead(name) && text.Form(name.End - 1) is not "Parliament" => Tail(text.Form(name.End + 1) is "the" ? name.End + 2 : name.End + 1, sentenceEnd, LongestTail, name.End),
            "of" or "on" when IsHead(name.End - 1) => Tail(text.Form(name.End + 1) is "the" ? name.End + 2 : name.End + 1, sentenceEnd, LongestTail, name.End),
            _ => name.End,
        };
    }

    /// <summary>The end of the capitalised words from a token on, or <paramref name="none"/> when they are a name of their own.</summary>
    private int Tail(int first, int sentenceEnd, int longest, int none)
    {
        var end = first;
        while (end < sentenceEnd && end - first < longest && char.IsUpper(text.Form(end)[0])) end++;
        if (end == first || document.IsAllCapital(first) || (end < sentenceEnd && text.Form(end) is "'s" or "’s")) return none;
        for (var i = first; i < end; i++)
        {
            const WordClass otherwise = WordClass.Given | WordClass.Honorific | WordClass.RoleHead | WordClass.Calendar;
            // In a headline everything has a capital.
            if (document.IsTitleCase(i) && !IsField(text.Form(i))) return none;
            if ((lexicon.Word(i) & otherwise) != 0 || (lexicon.Phrase(i) & OwnNames) != 0) return none;
        }

        return (lexicon.Word(end - 1) & Heads) != 0 && longest < LongestTail ? none : end;
    }

    /// <summary>"Youth, Sports and Culture".</summary>
    private int ListEnd(int comma, int sentenceEnd)
    {
        for (var i = comma; i + 1 < sentenceEnd && IsField(text.Form(i + 1)); i += 2)
        {
            if (i + 3 < sentenceEnd && text.Form(i + 2) is "and" or "&" && IsField(text.Form(i + 3))) return i + 4;
            if (i + 2 >= sentenceEnd || text.Form(i + 2) is not ",") break;
        }

        return comma;
    }

    private static bool IsField(ReadOnlySpan<char> form) => EntityLexicon.Default.GenericNouns.IsField(form);

    private bool HasPurpose(NameSpan name)
    {
        for (var i = name.First + 1; i < name.End - 1; i++)
        {
            if (text.Form(i) is "of" or "for" && IsHead(i - 1)) return true;
        }

        return false;
    }

    private bool HasHead(NameSpan name)
    {
        for (var i = name.First; i < name.End; i++)
        {
            if (IsHead(i)) return true;
        }

        return false;
    }

    private bool IsHead(int token) => (lexicon.Word(token) & WordClass.OrgHead) != 0 && char.IsUpper(text.Form(token)[0]);
}
