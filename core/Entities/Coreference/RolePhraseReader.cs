using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Reads the role phrase around a role noun: modifiers and holder of the office to the left, "of …" to the right.</summary>
internal static class RolePhraseReader
{
    private const int LongestTitle = 6;
    private const int LongestHolder = 4;

    /// <summary>The phrase whose last title word is <paramref name="head"/>, or null when that token is no role noun.</summary>
    public static RolePhrase? Read(EntityText text, int head)
    {
        if (!IsRoleNoun(text, head) || text.NameAt(head) >= 0 || IsAfterName(text, head)) return null;
        var sentence = text.Sentence(head);
        // "secretary general": the second noun is the head.
        if (head + 1 < sentence.EndToken && IsRoleNoun(text, head + 1) && text.NameAt(head + 1) < 0) return null;
        var first = head;
        int ofFirst = -1, ofEnd = -1, determiner = -1;
        for (var i = head - 1; i >= sentence.FirstToken && head - i <= LongestTitle + 3; i--)
        {
            var name = text.NameAt(i);
            if (name >= 0)
            {
                (first, ofFirst, ofEnd) = (text.Names[name].First, text.Names[name].First, text.Names[name].End);
                // "The trust's Norway director": the office is the trust's, the place says which.
                if (text.Names[name].Type is NameType.Place or NameType.Other && text.IsPossessiveMark(first - 1) && i == head - 1)
                {
                    i = first;
                    continue;
                }

                i = first;
                // "Russian Foreign Ministry spokesperson": one name; "US Vice President": the article may still come.
                if (i - 1 >= sentence.FirstToken && text.Penn(i - 1) == PennTag.Dt) determiner = i - 1;
                break;
            }

            if (text.IsPossessiveMark(i) && text.NameAt(i - 1) >= 0)
            {
                first = i;
                continue;
            }

            if (text.IsPossessiveMark(i) && HolderBefore(text, i, sentence.FirstToken) is var holder and >= 0)
            {
                (first, ofFirst, ofEnd) = (holder, holder, i);
                if (holder > sentence.FirstToken && text.Penn(holder - 1) is PennTag.Dt or PennTag.PrpPoss) determiner = holder - 1;
                break;
            }

            if (text.Penn(i) is PennTag.Dt or PennTag.PrpPoss)
            {
                determiner = i;
                break;
            }

            if (!IsTitleWord(text, i)) break;
            first = i;
        }

        if (head > first && text.NameAt(head - 1) < 0 && (IsSpokesperson(text, head) && text.Has(head - 1, WordClass.OrgNominal) || BodyPhraseReader.IsPair(text, head - 1)))
        {
            (ofFirst, ofEnd) = (ofFirst >= 0 ? ofFirst : first, head);
        }

        var titleFirst = ofFirst >= 0 ? ofEnd : first;
        if (ofFirst >= 0 && text.IsPossessiveMark(titleFirst)) titleFirst++;
        var title = Title(text, titleFirst, head + 1);
        if (ofFirst >= 0) return new RolePhrase(first, head + 1, head, title, ofFirst, ofEnd, determiner);
        var right = RoleComplement.Read(text, head, sentence.EndToken);
        if (right.TitleEnd > head + 1) title = $"{title} {text.Lower(head + 1, right.TitleEnd)}";
        return new RolePhrase(first, right.End, head, title, right.OfFirst, right.OfEnd, determiner);
    }

    /// <summary>"Ada Roth MP": letters that follow a person's name.</summary>
    internal static bool IsAfterName(EntityText text, int token) =>
        token > 0 && text.Form(token) is "MP" or "MEP" or "MSP" or "TD" or "QC" or "KC" && text.NameAt(token - 1) is var name and >= 0 && text.Names[name].Type == NameType.Person;

    internal static bool IsSpokesperson(EntityText text, int head) => text.Form(head).StartsWith("spokes", StringComparison.OrdinalIgnoreCase);

    /// <summary>First token of the noun phrase, article not counted, whose possessive mark is at <paramref name="mark"/>: "opposition" of "the opposition's"; -1 when it is a pronoun or nothing.</summary>
    private static int HolderBefore(EntityText text, int mark, int sentenceFirst)
    {
        var first = mark;
        while (first > sentenceFirst && mark - first < LongestHolder && text.Penn(first - 1) is PennTag.Nn or PennTag.Nns or PennTag.Nnp or PennTag.Jj) first--;
        return first < mark ? first : -1;
    }

    private static bool IsRoleNoun(EntityText text, int token) =>
        text.Has(token, WordClass.RoleHead) && text.Penn(token) is PennTag.Nn or PennTag.Nnp or PennTag.Nns or PennTag.Nnps or PennTag.Jj
        && text.Has(token, WordClass.RoleHead);

    private static bool IsTitleWord(EntityText text, int token) =>
        text.Has(token, WordClass.RoleModifier)
        || text.Penn(token) is PennTag.Nn or PennTag.Nnp or PennTag.Jj or PennTag.Jjs
        || text.Penn(token) is PennTag.Nns && text.Lexicon.GenericNouns.IsFieldOf(text.Form(token))
        || text.Is(token, "-") || token > 0 && text.Is(token, "and") && text.Has(token - 1, WordClass.RoleModifier);

    private static string Title(EntityText text, int first, int end)
    {
        // "new", "young" and the like say nothing of the role.
        while (first < end - 1 && text.Penn(first) is PennTag.Jj or PennTag.Jjs && !text.Has(first, WordClass.RoleModifier | WordClass.RoleHead)) first++;
        while (first < end - 1 && (text.Is(first, "former") || text.Is(first, "-") || text.Is(first, "and"))) first++;
        var surface = text.Lower(first, end);
        return surface is "pm" ? "prime minister" : surface.Replace("defense", "defence", StringComparison.Ordinal);
    }
}
