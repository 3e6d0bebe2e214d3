using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>The subject of a verb by the dependency tree: its own, that of the verb it is joined to, or the noun it describes.</summary>
internal static class SyntaxSubject
{
    private const int MaxClimb = 6;
    private const int MaxChildren = 64;

    public static TokenRange? Find(ArticleReading r, int verb)
    {
        var text = r.Text;
        for (var (node, climbed) = (verb, 0); node >= 0 && climbed < MaxClimb; climbed++)
        {
            if (Own(text, node) is >= 0 and var subject)
            {
                if (!IsRelative(r, subject)) return Trim(r, text.SubtreeFirst(subject), text.SubtreeEnd(subject), subject);
                return text.Relation(node) is Deprel.AclRelcl or Deprel.Acl ? Noun(r, text.Head(node), subject) : null;
            }

            switch (text.Relation(node))
            {
                case Deprel.Acl when IsUtterance(r, text.Head(node)) && text.Relation(text.Head(node)) is Deprel.Obj or Deprel.Obl && r.Tag(text.Head(text.Head(node))).IsVerb():
                    node = text.Head(text.Head(node));
                    break;
                case Deprel.Acl or Deprel.AclRelcl:
                    return Noun(r, text.Head(node), text.SubtreeFirst(node));
                case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Parataxis or Deprel.Ccomp:
                    node = text.Head(node);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>"issued a statement saying": the one who issued it speaks.</summary>
    private static bool IsUtterance(ArticleReading r, int noun) =>
        noun >= 0 && (r.Is(noun, "statement") || r.Is(noun, "letter") || r.Is(noun, "tweet") || r.Is(noun, "tweets") || r.Is(noun, "message") || r.Is(noun, "email")
            || r.Is(noun, "speech") || r.Is(noun, "interview") || r.Is(noun, "memo") || r.Is(noun, "post"));

    /// <summary>The subject of the sentence's main verb, when that verb stands before <paramref name="verb"/>, or the sentence begins with <paramref name="verb"/>.</summary>
    public static TokenRange? OfSentence(ArticleReading r, int verb)
    {
        var root = r.Text.Root(r.SentenceIndex(verb));
        var opens = verb == r.SentenceAt(verb).FirstToken;
        if (root < 0 || root == verb || root > verb != opens || !r.Tag(root).IsVerb()) return null;
        return Own(r.Text, root) is >= 0 and var subject && subject < verb != opens ? Trim(r, r.Text.SubtreeFirst(subject), r.Text.SubtreeEnd(subject), subject) : null;
    }

    private static int Own(AnnotatedText text, int verb)
    {
        var seen = 0;
        foreach (var child in text.Children(verb))
        {
            if (++seen > MaxChildren) break;
            if (text.Relation(child) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj) return child;
        }

        return -1;
    }

    private static bool IsRelative(ArticleReading r, int token) => r.Tag(token).IsRelative() && !r.Is(token, "what");

    /// <summary>The noun phrase that a relative clause hangs on, without that clause.</summary>
    private static TokenRange? Noun(ArticleReading r, int noun, int clause)
    {
        if (noun < 0 || noun >= clause) return null;
        return Trim(r, r.Text.SubtreeFirst(noun), clause, noun);
    }

    /// <summary>Without punctuation at the ends, and without what follows a comma and is no apposition.</summary>
    private static TokenRange? Trim(ArticleReading r, int first, int end, int head)
    {
        if (r.Tag(head) is PennTag.Prp or PennTag.Ex) return new TokenRange(head, head + 1);
        for (var i = head - 1; i >= first; i--)
        {
            if (r.IsComma(i) && !r.Tag(head).IsNoun() || r.Tag(i).IsFinite()) first = i + 1;
        }

        while (first < head && (r.IsPunct(first) || r.Tag(first) == PennTag.Cc || r.Tag(first).IsAdverb())) first++;
        while (end > head + 1 && (r.IsPunct(end - 1) || r.Tag(end - 1) == PennTag.Cc || r.Tag(end - 1) == PennTag.In)) end--;
        return new TokenRange(first, end);
    }
}
