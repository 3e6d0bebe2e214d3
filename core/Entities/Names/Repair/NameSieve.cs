using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Throws out spans that are no names, and corrects types that the words themselves rule out.</summary>
internal sealed class NameSieve(NameDocument document)
{
    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    private readonly GenericNouns generic = EntityLexicon.Default.GenericNouns;

    /// <summary>Whether it is a name, or may become one with what follows it ("Commission" before "on Fair Trade").</summary>
    public bool CanBeName(NameSpan name) => !IsTitleOnly(name) && !IsDate(name) && !IsAmount(name.First, name.End) && !IsReference(name);

    public bool IsName(NameSpan name) => CanBeName(name) && !IsGeneric(name);

    /// <summary>"NORWAY CLOSES BORDER": in a headline capitals say nothing, and the country ends where its name does.</summary>
    private bool StartsWithCountry(NameSpan name) =>
        name.Type == NameType.Place && lexicon.PhraseOffset(name.First) == 0 && lexicon.PhraseLength(name.First) < name.Length
        && (lexicon.Phrase(name.First) & WordClass.Country) != 0
        && (name.Length > lexicon.PhraseLength(name.First) + 1 || (lexicon.Word(name.End - 1) & WordClass.LocHead) == 0);

    /// <summary>A country stays a place when it plays or decides; a row of capitals that nobody knows is more often a body than a thing.</summary>
    public NameSpan Retype(NameSpan name)
    {
        var whole = lexicon.PhraseOffset(name.First) == 0 && lexicon.PhraseLength(name.First) == name.Length;
        var isHeadline = document.IsTitleCase(name.First);
        if (isHeadline && !whole && StartsWithCountry(name)) return name with { End = name.First + lexicon.PhraseLength(name.First) };
        if (name.Type != NameType.Person && IsAddressed(name)) return name with { Type = NameType.Person };
        if (whole && name.Type == NameType.Organization && (lexicon.Phrase(name.First) & WordClass.Country) != 0) return name with { Type = NameType.Place };
        if (name.Length > 1 && name.Type is NameType.Place or NameType.Other && name.Length > 1 && (lexicon.Word(name.End - 1) & WordClass.OrgSuffix) != 0 && !whole) return name with { Type = NameType.Organization };
        return name.Type == NameType.Other && name.Length == 1 && text.Form(name.First).Length >= 3 && document.IsAllCapital(name.First) && lexicon.Word(name.First) == WordClass.None
            && !isHeadline
            ? name with { Type = NameType.Organization }
            : name;
    }

    /// <summary>"Ms Roth": whoever is addressed so is a person.</summary>
    private bool IsAddressed(NameSpan name)
    {
        const int longest = 4;
        const WordClass bodies = WordClass.OrgHead | WordClass.OrgSuffix | WordClass.LocHead | WordClass.ThingHead;
        const WordClass others = bodies | WordClass.Given | WordClass.Surname;
        return name.Length is > 1 and <= longest && (lexicon.Word(name.First) & (WordClass.Honorific | others)) == WordClass.Honorific
            && (lexicon.Word(name.End - 1) & bodies) == 0
            && EntityLexicon.Default.HonorificOf(text.Form(name.First)) is { Office: null, Gender: not Gender.Unknown };
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

    /// <summary>"Dec 7", but not "9/11", which the tagger takes for a name where it is one.</summary>
    private bool IsDate(NameSpan name)
    {
        if ((lexicon.Phrase(name.First) & (WordClass.Calendar | WordClass.Name)) == WordClass.Calendar && lexicon.PhraseLength(name.First) >= name.Length) return name.Type == NameType.Other;
        for (var i = name.First; i < name.End; i++)
        {
            if ((lexicon.Word(i) & WordClass.Calendar) == 0 && (!char.IsDigit(text.Form(i)[0]) || text.Form(i).Contains('/'))) return false;
        }

        return name.Type != NameType.Person;
    }

    /// <summary>"US $35", "Rs 25": a currency, or the amount with it.</summary>
    public bool IsAmount(int first, int end)
    {
        if (end - first > 3 || !generic.IsCurrency(text.Form(first))) return IsCurrencyPair(first, end);
        var next = first + 1;
        if (next >= text.Tokens.Length || text.SentenceOf(next) != text.SentenceOf(first)) return false;
        return text.Form(next)[^1] == '$' || (char.IsAsciiDigit(text.Form(next)[0]) && text.Tokens[next].Start > text.Tokens[first].End && end <= next + 1);
    }

    /// <summary>"U. S. $2".</summary>
    private bool IsCurrencyPair(int first, int end) =>
        end < text.Tokens.Length && end - first <= 2 && text.Form(end)[^1] == '$' && text.Tokens[end - 1].End - text.Tokens[first].Start <= 5;

    /// <summary>"the State", "the Government", "MoU": a kind of place, body or thing, not one. A person can be called so.</summary>
    private bool IsGeneric(NameSpan name)
    {
        if (name.Length > 1 || name.Type == NameType.Person && !IsOffice(name.First) || (lexicon.Phrase(name.First) & WordClass.Name) != 0) return false;
        return generic.IsAlone(text.Form(name.First)) || (name.Type == NameType.Place && (lexicon.Word(name.First) & WordClass.LocHead) != 0);
    }

    private bool IsOffice(int token) => (lexicon.Word(token) & WordClass.RoleHead) != 0 && (lexicon.Word(token) & (WordClass.Given | WordClass.Surname)) == 0;

    /// <summary>"Article 5", "Act 918".</summary>
    private bool IsReference(NameSpan name) =>
        name.Length == 2 && generic.IsNumbered(text.Form(name.First)) && char.IsAsciiDigit(text.Form(name.First + 1)[0]);
}
