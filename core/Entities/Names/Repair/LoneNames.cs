using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>
/// Types of names of one word that their words or the article before them give away: a capital that nobody in the text is called after
/// is the place, "the Herald" is no person.
/// </summary>
internal sealed class LoneNames(NameDocument document)
{
    private const int LongestEnding = 5;
    private readonly NewsIngest.Language.AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Retype(List<NameSpan> names)
    {
        var bearers = new FormSet(document);
        var endings = new HashSet<ulong>();
        foreach (var name in names)
        {
            if (name.Type != NameType.Person) continue;
            for (var i = name.First; name.Length > 1 && i < name.End; i++) bearers.Add(i);
            for (var i = Math.Max(name.First + 1, name.End - LongestEnding); i < name.End; i++) endings.Add(NameKey.Of(text, i, name.End));
            // "Mr London": a person even when the text says no more.
            if (name.First > 0 && (lexicon.Word(name.First - 1) & (WordClass.Honorific | WordClass.RoleHead)) != 0) bearers.Add(name.First);
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (IsBearer(names[i], endings) || IsMember(names[i]) || IsSpeaker(names[i])) names[i] = names[i] with { Type = NameType.Person };
            else names[i] = names[i] with { Type = names[i].Length == 1 ? TypeOf(names[i], bearers.Contains(names[i].First)) : IsFirm(names[i]) ? NameType.Organization : names[i].Type };
        }
    }

    /// <summary>"Roth-Soto" after "Ada Roth-Soto": what looks like a place is the person.</summary>
    private bool IsBearer(NameSpan name, HashSet<ulong> endings) =>
        name.Type is NameType.Other or NameType.Place && (lexicon.Word(name.First) & ~(WordClass.Given | WordClass.Surname)) == 0 && (lexicon.Phrase(name.First) & WordClass.Name) == 0
        && endings.Contains(NameKey.Of(text, name.First, name.End));

    /// <summary>"Ada Roth MP".</summary>
    private bool IsMember(NameSpan name) =>
        name.Type == NameType.Organization && name.Length == 2 && name.End < text.Tokens.Length && text.Form(name.End) is "MP" or "MEP" or "MSP" or "TD" or "QC" or "KC"
        && (lexicon.Word(name.First) & WordClass.Given) != 0;

    /// <summary>"said Ada Roth Vik,": several words that nothing else is known of.</summary>
    private bool IsSpeaker(NameSpan name)
    {
        if (name.Type != NameType.Other || name.Length is < 2 or > 4 || name.First == 0 || text.Form(name.First - 1) is not "said") return false;
        for (var i = name.First; i < name.End; i++)
        {
            if ((lexicon.Word(i) & ~(WordClass.Given | WordClass.Surname)) != 0 || !char.IsUpper(text.Form(i)[0])) return false;
        }

        return name.End < text.Tokens.Length && text.Form(name.End) is "," or ".";
    }

    /// <summary>"Roth Steel" and "Unity Government", but not "Ada Steel".</summary>
    private bool IsFirm(NameSpan name) =>
        name.Type == NameType.Person && (lexicon.Word(name.End - 1) & WordClass.Surname) == 0
        && (name.Length == 2 && (lexicon.Word(name.End - 1) & WordClass.OrgSuffix) != 0 && (lexicon.Word(name.First) & WordClass.Given) == 0 || text.Form(name.End - 1) is "Government" or "Council" or "Committee" or "Ministry" or "Commission" or "Party");

    /// <summary>The type of a name of one word, which a person of the text may bear.</summary>
    private NameType TypeOf(NameSpan name, bool isBearer)
    {
        var form = text.Form(name.First);
        if (name.Type == NameType.Person && !isBearer)
        {
            if (EntityLexicon.Default.CountryOfSeat(form) is not null) return NameType.Place;
            const WordClass person = WordClass.Given | WordClass.Surname;
            if ((lexicon.Phrase(name.First) & WordClass.Organization) != 0 && (lexicon.Word(name.First) & person) == 0) return NameType.Organization;
            if (name.First > 0 && char.IsLower(text.Form(name.First - 1)[0]) && (lexicon.Word(name.First - 1) & (WordClass.OrgNominal | WordClass.RoleHead)) == WordClass.OrgNominal && (lexicon.Word(name.First) & person) == 0) return NameType.Organization;
            // "Analysts at Nordhavn": a place of work.
            if (name.First > 1 && text.Form(name.First - 1) is "at" && IsRole(text.Form(name.First - 2)) && (lexicon.Word(name.First) & person) == 0) return NameType.Organization;
        }

        if (name.Type == NameType.Organization || name.First == 0 || text.Form(name.First - 1) is not ("the" or "The")) return name.Type;
        return EntityLexicon.Default.GenericNouns.IsTitleOfPaper(form) || IsPaper(name) ? NameType.Organization : name.Type;
    }

    private static bool IsRole(ReadOnlySpan<char> form) =>
        ((EntityLexicon.Default.Words.Find(form) | EntityLexicon.Default.Words.Find(form.TrimEnd('s'))) & WordClass.RoleHead) != 0;

    /// <summary>"the Vestnik daily".</summary>
    private bool IsPaper(NameSpan name) =>
        name.End < text.Tokens.Length && text.Form(name.End) is "daily" or "newspaper" or "weekly" or "magazine" or "tabloid"
        && (lexicon.Phrase(name.First) & WordClass.Name) == 0;
}
