using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Throws out spans that are no names, and corrects types that the words themselves rule out.</summary>
internal sealed class NameSieve(NameDocument document)
{
    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public bool IsName(NameSpan name) => !IsTitleOnly(name) && !IsDate(name) && !IsCurrency(name) && !IsGeneric(name);

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
        if (whole && name.Type == NameType.Organization && (lexicon.Phrase(name.First) & WordClass.Country) != 0) return name with { Type = NameType.Place };
        if (name.Length > 1 && name.Type is NameType.Place or NameType.Other && name.Length > 1 && (lexicon.Word(name.End - 1) & WordClass.OrgSuffix) != 0 && !whole) return name with { Type = NameType.Organization };
        return name.Type == NameType.Other && name.Length == 1 && text.Form(name.First).Length >= 3 && document.IsAllCapital(name.First) && lexicon.Word(name.First) == WordClass.None
            && !isHeadline
            ? name with { Type = NameType.Organization }
            : name;
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

    /// <summary>"US $35": a currency, whether or not a blank follows.</summary>
    private bool IsCurrency(NameSpan name) =>
        name.Length == 1 && name.End < text.Tokens.Length && text.Form(name.End)[^1] == '$' && text.Form(name.First).Length <= 3;

    /// <summary>"the State", "the Kingdom": a kind of place, not one.</summary>
    private bool IsGeneric(NameSpan name) =>
        name.Length == 1 && name.Type == NameType.Place && (lexicon.Word(name.First) & WordClass.LocHead) != 0 && (lexicon.Phrase(name.First) & WordClass.Name) == 0;
}
