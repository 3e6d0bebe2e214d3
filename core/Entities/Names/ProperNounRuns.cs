using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names;

/// <summary>Names as runs of proper nouns, typed by the lexicon.</summary>
internal static class ProperNounRuns
{
    public static List<NameSpan> Find(AnnotatedText text, LexiconMatches lexicon)
    {
        var names = new List<NameSpan>();
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (lexicon.PhraseLength(i) > 0 && (lexicon.Phrase(i) & (WordClass.Demonym | WordClass.Group)) != 0 && lexicon.PhraseLength(i) == 1)
                {
                    names.Add(new NameSpan(i, i + 1, NameType.Other));
                    continue;
                }

                if (!IsProper(text, i)) continue;
                var end = i + 1;
                while (end < sentence.EndToken && IsProper(text, end)) end++;
                var first = i;
                while (first < end && (lexicon.Word(first) & (WordClass.Honorific | WordClass.RoleHead | WordClass.RoleModifier | WordClass.Calendar)) != 0) first++;
                if (first < end) names.Add(new NameSpan(first, end, TypeOf(lexicon, first, end, first > i)));
                i = end - 1;
            }
        }

        return names;
    }

    private static bool IsProper(AnnotatedText text, int token) =>
        text.Tokens[token].Penn is PennTag.Nnp or PennTag.Nnps && char.IsUpper(text.Form(token)[0]);

    private static NameType TypeOf(LexiconMatches lexicon, int first, int end, bool afterTitle)
    {
        var last = lexicon.Word(end - 1);
        var phrase = lexicon.PhraseLength(first) == end - first ? lexicon.Phrase(first) : WordClass.None;
        if ((phrase & WordClass.Organization) != 0) return NameType.Organization;
        if ((phrase & (WordClass.Country | WordClass.Place)) != 0) return NameType.Place;
        if ((phrase & WordClass.Thing) != 0) return NameType.Other;
        if (afterTitle || (lexicon.Word(first) & WordClass.Given) != 0) return NameType.Person;
        if ((last & (WordClass.OrgHead | WordClass.OrgSuffix)) != 0) return NameType.Organization;
        if ((last & WordClass.LocHead) != 0) return NameType.Place;
        return (last & WordClass.Surname) != 0 ? NameType.Person : NameType.Organization;
    }
}
