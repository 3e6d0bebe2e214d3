using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>
/// Takes spans apart that hold a title: "Harbour Mayor Ada Roth" is a place and a person, "Interior Minister Ada Roth" a person, "Acme
/// Professor" a body.
/// </summary>
internal sealed class NameTitles(NameDocument document)
{
    private const int LongestPerson = 4;
    private const WordClass BodyWords = WordClass.OrgHead | WordClass.OrgSuffix | WordClass.LocHead | WordClass.ThingHead;

    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Split(List<NameSpan> names)
    {
        var parts = new List<NameSpan>(names.Count);
        foreach (var name in names)
        {
            var title = name.Length > 1 && name.Type != NameType.Place ? LastTitle(name) : -1;
            if (title < 0)
            {
                parts.Add(name);
                continue;
            }

            if (Holder(name, title) is { } holder) parts.Add(holder);
            if (title + 1 < name.End) parts.Add(new NameSpan(title + 1, name.End, NameType.Person));
        }

        names.Clear();
        names.AddRange(parts);
    }

    /// <summary>The token of the title that a person's name follows, or that ends a person's span; -1 when there is none.</summary>
    private int LastTitle(NameSpan name)
    {
        for (var i = name.End - 1; i >= name.First; i--)
        {
            if (!IsTitle(i) || i > name.First && (lexicon.Word(i - 1) & WordClass.Given) != 0) continue;
            if (i == name.End - 1) return name.Type == NameType.Person && name.First < i ? i : -1;
            if (text.Form(i + 1) is "-" || i > name.First && text.Form(i - 1) is "-" or "of") return -1;
            return IsPerson(i + 1, name.End, name.Type) ? i : -1;
        }

        return -1;
    }

    private bool IsTitle(int token) =>
        (lexicon.Word(token) & WordClass.Office) != 0 && (lexicon.Word(token) & (WordClass.Given | WordClass.Surname | WordClass.Group | BodyWords)) == 0
            && (lexicon.Phrase(token) & WordClass.Name) == 0
        || text.Form(token) is "Director" or "Editor" or "Professor" or "Officer" or "Chairman" or "Chairwoman" or "Chairperson" or "Spokesman" or "Spokeswoman" or "Spokesperson" or "Secretary";

    private bool IsPerson(int first, int end, NameType type)
    {
        if (end - first > LongestPerson) return false;
        for (var i = first; i < end; i++)
        {
            if (!char.IsUpper(text.Form(i)[0]) && text.Form(i) is not ("-" or "bin" or "al" or "de" or "van" or "der")) return false;
            if ((lexicon.Word(i) & (BodyWords | WordClass.RoleHead | WordClass.RoleModifier)) != 0 && (lexicon.Word(i) & (WordClass.Given | WordClass.Surname)) == 0) return false;
        }

        return type == NameType.Person || end - first > 1 || (lexicon.Word(first) & (WordClass.Given | WordClass.Surname)) != 0;
    }

    /// <summary>What the title is held in: the words before it that are no part of it.</summary>
    private NameSpan? Holder(NameSpan name, int title)
    {
        var end = title;
        while (end > name.First && (lexicon.Word(end - 1) & (WordClass.RoleModifier | WordClass.RoleHead)) != 0 && (lexicon.Phrase(end - 1) & WordClass.Name) == 0) end--;
        if (end == name.First) return null;
        var length = lexicon.PhraseOffset(name.First) == 0 ? lexicon.PhraseLength(name.First) : 0;
        if (length > 0 && name.First + length <= end)
        {
            var phrase = lexicon.Phrase(name.First);
            if ((phrase & WordClass.Country) != 0) return new NameSpan(name.First, name.First + length, NameType.Place);
            if ((phrase & WordClass.Demonym) != 0) return new NameSpan(name.First, name.First + length, NameType.Other);
            if (name.First + length == end && (phrase & WordClass.Place) != 0) return new NameSpan(name.First, end, NameType.Place);
        }

        return char.IsUpper(text.Form(end - 1)[0]) ? new NameSpan(name.First, end, text.Form(title) is "Mayor" or "Governor" ? NameType.Place : NameType.Organization) : null;
    }
}
