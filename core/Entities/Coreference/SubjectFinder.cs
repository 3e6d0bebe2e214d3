using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Tells whether a mention is the subject of its clause from the words around it.</summary>
internal static class SubjectFinder
{
    private const int LongestInsertion = 14;

    public static bool IsSubject(EntityText text, MentionDraft mention)
    {
        var sentence = text.Sentence(mention.First);
        if (mention.Kind == MentionKind.Pronoun && !IsNominative(text, mention.First)) return false;
        var next = mention.End;
        if (next < sentence.EndToken && text.Is(next, ",")) next = AfterInsertion(text, next, sentence.EndToken);
        while (next < sentence.EndToken && text.Text.Tokens[next].Upos == Upos.Adv) next++;
        if (next < sentence.EndToken && text.IsVerb(next) && text.Penn(next) is not (PennTag.Vbg or PennTag.Vb)) return true;
        // "…," said Ada Roth.
        var before = mention.First - 1;
        while (before >= sentence.FirstToken && mention.First - before < 6 && text.Text.Tokens[before].Upos is Upos.Propn or Upos.Noun or Upos.Adj or Upos.Det) before--;
        return before >= sentence.FirstToken && text.Penn(before) is PennTag.Vbd or PennTag.Vbz && before > sentence.FirstToken
            && (text.Text.Tokens[before - 1].Upos == Upos.Punct);
    }

    private static bool IsNominative(EntityText text, int token) => text.Penn(token) == PennTag.Prp && !text.Is(token, "him") && !text.Is(token, "them");

    private static int AfterInsertion(EntityText text, int comma, int end)
    {
        for (var i = comma + 1; i < Math.Min(end, comma + LongestInsertion); i++)
        {
            if (text.Is(i, ",")) return i + 1;
        }

        return comma;
    }
}
