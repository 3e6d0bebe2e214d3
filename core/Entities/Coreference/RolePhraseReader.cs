using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Reads the role phrase around a role noun: modifiers and holder of the office to the left, "of …" to the right.</summary>
internal static class RolePhraseReader
{
    private const int LongestTitle = 6;

    /// <summary>The phrase whose last title word is <paramref name="head"/>, or null when that token is no role noun.</summary>
    public static RolePhrase? Read(EntityText text, int head)
    {
        if (!IsRoleNoun(text, head) || text.NameAt(head) >= 0) return null;
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

            if (text.Penn(i) is PennTag.Dt or PennTag.PrpPoss)
            {
                determiner = i;
                break;
            }

            if (!IsTitleWord(text, i)) break;
            first = i;
        }

        var titleFirst = ofFirst >= 0 ? ofEnd : first;
        if (ofFirst >= 0 && text.IsPossessiveMark(titleFirst)) titleFirst++;
        var title = Title(text, titleFirst, head + 1);
        var end = head + 1;
        ReadRight(text, sentence.EndToken, ref end, ref ofFirst, ref ofEnd, ref title);
        return new RolePhrase(first, end, head, title, ofFirst, ofEnd, determiner);
    }

    private static bool IsRoleNoun(EntityText text, int token) =>
        text.Has(token, WordClass.RoleHead) && text.Penn(token) is PennTag.Nn or PennTag.Nnp or PennTag.Nns or PennTag.Nnps or PennTag.Jj
        && text.Has(token, WordClass.RoleHead);

    private static bool IsTitleWord(EntityText text, int token) =>
        text.Has(token, WordClass.RoleModifier)
        || text.Penn(token) is PennTag.Nn or PennTag.Nnp or PennTag.Jj or PennTag.Jjs
        || text.Is(token, "-") || text.Is(token, "and") && text.Has(token - 1, WordClass.RoleModifier);

    /// <summary>"of Ruritania", "for trade", "at the World Bank": the rest of the title and what it is a role in.</summary>
    private static void ReadRight(EntityText text, int sentenceEnd, ref int end, ref int ofFirst, ref int ofEnd, ref string title)
    {
        if (end >= sentenceEnd || ofFirst >= 0) return;
        if (!(text.Is(end, "of") || text.Is(end, "for") || text.Is(end, "at") || text.Is(end, "in"))) return;
        var at = end + 1;
        if (at < sentenceEnd && text.Penn(at) is PennTag.Dt) at++;
        if (at >= sentenceEnd) return;
        var name = text.NameAt(at);
        if (name >= 0 && text.Names[name].Type != NameType.Person)
        {
            (ofFirst, ofEnd) = (text.Names[name].First, text.Names[name].End);
            end = ofEnd;
            return;
        }

        if (!(text.Is(end, "of") || text.Is(end, "for"))) return;
        var last = at;
        while (last < sentenceEnd && last - at < LongestTitle && text.NameAt(last) < 0 && text.Penn(last) is PennTag.Nn or PennTag.Nns or PennTag.Jj or PennTag.Nnp) last++;
        if (last == at) return;
        title = $"{title} {text.Text.Text[text.StartOf(end)..text.EndOf(last - 1)].ToLowerInvariant()}";
        end = last;
    }

    private static string Title(EntityText text, int first, int end)
    {
        // "new", "young" and the like say nothing of the role.
        while (first < end - 1 && text.Penn(first) is PennTag.Jj or PennTag.Jjs && !text.Has(first, WordClass.RoleModifier | WordClass.RoleHead)) first++;
        while (first < end - 1 && (text.Is(first, "former") || text.Is(first, "-") || text.Is(first, "and"))) first++;
        var surface = text.Text.Text[text.StartOf(first)..text.EndOf(end - 1)].ToLowerInvariant();
        return surface is "pm" ? "prime minister" : surface.Replace("defense", "defence", StringComparison.Ordinal);
    }
}
