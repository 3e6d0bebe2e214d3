using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Moves the edges of names: whole phrases, particles, hyphens, titles, and names that stand side by side.</summary>
internal sealed class NameEdges(NameDocument document)
{
    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    /// <summary>"eastern [Europe]" and "United [States]": a span inside a known name becomes that name.</summary>
    public void Complete(List<NameSpan> names)
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

    /// <summary>"P. [Roth]": initials belong to the person's name after them.</summary>
    public void JoinInitials(List<NameSpan> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Type != NameType.Person || names[i].First == 0 || !document.IsInitial(names[i].First - 1)) continue;
            var floor = Math.Max(text.Sentences[text.SentenceOf(names[i].First)].FirstToken, i == 0 ? 0 : names[i - 1].End);
            var first = names[i].First;
            while (first > floor && document.IsInitial(first - 1) && document.StartsUpper(first - 1)) first--;
            names[i] = names[i] with { First = first };
        }
    }

    /// <summary>"[Pieter] van der [Linden]", "Mr van der [Linden]": particles belong to the name they stand before.</summary>
    public void JoinParticles(List<NameSpan> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (names[i].Type is not (NameType.Person or NameType.Place)) continue;
            var sentence = text.Sentences[text.SentenceOf(names[i].First)];
            var first = names[i].First;
            while (first > sentence.FirstToken && IsParticle(first - 1) && (i == 0 || names[i - 1].End < first)) first--;
            if (first == names[i].First || first == sentence.FirstToken) continue;
            if (names[i].Type == NameType.Place)
            {
                if (i == 0 || names[i - 1].End != first || names[i - 1].Type != NameType.Person || text.Form(first) is "de" or "da" or "la" or "el" or "al") continue;
                names[i] = CutOf(names[i]);
            }

            if (i > 0 && names[i - 1].End == first && names[i - 1].Type == NameType.Person)
            {
                names[i - 1] = names[i - 1] with { End = names[i].End };
                names[i] = default;
            }
            else if (document.StartsUpper(first - 1))
            {
                var isGiven = IsGiven(first - 1, sentence.FirstToken) && (i == 0 || names[i - 1].End < first);
                names[i] = names[i] with { First = isGiven ? first - 1 : first };
            }
        }

        names.RemoveAll(n => n.Length == 0);
    }

    /// <summary>A given name, or a word that is nothing else: "Prof. [Marijn] de Linden".</summary>
    private bool IsGiven(int token, int sentenceFirst) =>
        (lexicon.Word(token) & WordClass.Given) != 0
        || text.Tokens[token].Upos == Upos.Propn && token >= sentenceFirst
            && (lexicon.Word(token) & (WordClass.Honorific | WordClass.RoleHead | WordClass.RoleModifier | WordClass.Calendar | WordClass.Name)) == 0;

    /// <summary>"Linden of Utrecht" after "van der" is a person's name up to the "of".</summary>
    private NameSpan CutOf(NameSpan name)
    {
        for (var i = name.First + 1; i < name.End; i++)
        {
            if (text.Form(i) is "of") return name with { End = i };
        }

        return name;
    }

    /// <summary>"Guevara - Rosas", "al-Ghanem", "Li Ka-shing": what a hyphen joins to a person's name belongs to it.</summary>
    public void JoinHyphens(List<NameSpan> names)
    {
        var kept = 0;
        for (var read = 0; read < names.Count; kept++)
        {
            var name = names[read++];
            while (IsHyphenated(name))
            {
                var end = name.End + 2;
                if (read < names.Count && names[read].First < end)
                {
                    if (names[read].Type != NameType.Person) break;
                    end = names[read++].End;
                }

                while (read < names.Count && names[read].First < end) read++;
                name = name with { End = end };
            }

            names[kept] = name;
        }

        names.RemoveRange(kept, names.Count - kept);
    }

    /// <summary>"Harbour Council Ada Roth": the body ends where a given name begins.</summary>
    public void SplitBodies(List<NameSpan> names)
    {
        var bodies = new List<NameSpan>();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            if (name.Type is not (NameType.Person or NameType.Organization)) continue;
            for (var k = name.First + 1; k < name.End - 1; k++)
            {
                if ((lexicon.Word(k) & WordClass.Given) == 0 || (lexicon.Word(k) & WordClass.OrgHead) != 0 || (lexicon.Word(k - 1) & WordClass.OrgHead) == 0) continue;
                if ((lexicon.Word(name.End - 1) & (WordClass.OrgHead | WordClass.OrgSuffix | WordClass.LocHead)) != 0 || name.End - k > 3) break;
                names[i] = name with { First = k, Type = NameType.Person };
                bodies.Add(new NameSpan(name.First, k, NameType.Organization));
                break;
            }
        }

        Merge(bodies, names);
    }

    /// <summary>"Democrat Ada Roth", "Republican U.S. senator": the group is a name of its own, unless a body's name begins with it.</summary>
    public void SplitGroups(List<NameSpan> names)
    {
        var groups = new List<NameSpan>();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var length = Math.Max(1, lexicon.PhraseLength(name.First));
            if (name.Type is not (NameType.Person or NameType.Place) || name.Length <= length || lexicon.PhraseOffset(name.First) != 0) continue;
            var isCountry = name.Type == NameType.Person && (lexicon.Phrase(name.First) & WordClass.Country) != 0;
            if ((!isCountry && (lexicon.Phrase(name.First) & (WordClass.Demonym | WordClass.Group)) == 0) || (lexicon.Word(name.First) & (WordClass.Given | WordClass.Surname)) != 0) continue;
            if (name.Type == NameType.Place && (lexicon.Phrase(name.First + length) & WordClass.Country) == 0) continue;
            names[i] = name with { First = name.First + length };
            groups.Add(new NameSpan(name.First, name.First + length, isCountry ? NameType.Place : NameType.Other));
        }

        Merge(groups, names);
    }

    public NameSpan CutTitles(NameSpan name) =>
        name.Type == NameType.Person ? name with { First = PersonSpan.AfterTitles(lexicon, name.First, name.End) } : name;

    /// <summary>"the [West]": an article with a small letter is never part of a name.</summary>
    public NameSpan CutArticle(NameSpan name) => name.Length > 1 && text.Form(name.First) is "the" ? name with { First = name.First + 1 } : name;

    private static void Merge(List<NameSpan> added, List<NameSpan> names)
    {
        if (added.Count == 0) return;
        names.AddRange(added);
        names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private bool IsHyphenated(NameSpan name) =>
        name.Type == NameType.Person && name.End + 1 < text.Tokens.Length && text.Form(name.End) is "-" or "‑"
        && text.SentenceOf(name.End + 1) == text.SentenceOf(name.First) && IsNamePart(name, name.End + 1);

    private bool IsNamePart(NameSpan name, int token)
    {
        const int longestSyllable = 5;
        var form = text.Form(token);
        if (char.IsUpper(form[0]) && name.Length == 1 && IsAdjacent(token) && IsAdjacent(token - 1) && IsGivenName(name.First) && IsGivenName(token)) return true;
        if (char.IsUpper(form[0])) return text.Form(name.End - 1).Length > 1 && (name.Length > 1 || text.Form(name.End - 1) is "Al" or "al" or "El" or "el" or "Abu" or "Bin");
        return name.Length > 1 && form.Length <= longestSyllable && text.Form(name.End - 1).Length <= longestSyllable && char.IsLower(form[0])
            && (IsAdjacent(token) || !IsFunctionWord(token) || text.Form(token) is "in" && name.Length == 2 && (lexicon.Word(name.First) & WordClass.Surname) != 0);
    }

    private bool IsGivenName(int token) => (lexicon.Word(token) & WordClass.Given) != 0;

    private bool IsAdjacent(int token) => text.Tokens[token].Start == text.Tokens[token - 1].End;

    private bool IsFunctionWord(int token) =>
        text.Tokens[token].Upos is Upos.Adp or Upos.Det or Upos.Pron or Upos.Cconj or Upos.Sconj or Upos.Aux or Upos.Part or Upos.Num or Upos.Adv or Upos.Punct
        || text.Tokens[token].Penn is PennTag.Vbn or PennTag.Vbd or PennTag.Vbz;

    private bool IsParticle(int token) => text.Form(token) is "van" or "der" or "den" or "de" or "von" or "zu" or "bin" or "ibn" or "al" or "el" or "la" or "du" or "dos" or "da" or "di" or "ten" or "ter";
}
