using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>
/// Types of names of one word that their words or the article before them give away: a capital that nobody in the text is called after
/// is the place, "the Herald" is no person.
/// </summary>
internal sealed class LoneNames(NameDocument document)
{
    private readonly NewsIngest.Language.AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Retype(List<NameSpan> names)
    {
        var surnames = new HashSet<uint>();
        foreach (var name in names)
        {
            if (name.Type != NameType.Person) continue;
            for (var i = name.First; name.Length > 1 && i < name.End; i++) surnames.Add(document.Words[i].Form);
            // "Mr London": a person even when the text says no more.
            if (name.First > 0 && (lexicon.Word(name.First - 1) & (WordClass.Honorific | WordClass.RoleHead)) != 0) surnames.Add(document.Words[name.First].Form);
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 1) names[i] = names[i] with { Type = TypeOf(names[i], surnames) };
        }
    }

    private NameType TypeOf(NameSpan name, HashSet<uint> surnames)
    {
        var form = text.Form(name.First);
        if (name.Type == NameType.Person && !surnames.Contains(document.Words[name.First].Form) && EntityLexicon.Default.CountryOfSeat(form.ToString()) is not null) return NameType.Place;
        if (name.Type == NameType.Organization || name.First == 0 || text.Form(name.First - 1) is not ("the" or "The")) return name.Type;
        return EntityLexicon.Default.GenericNouns.IsTitleOfPaper(form) ? NameType.Organization : name.Type;
    }
}
