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
        var inherits = false;
        for (var (node, climbed) = (verb, 0); node >= 0 && climbed < MaxClimb; climbed++)
        {
            if (!(inherits && IsOtherTense(r, verb, node)) && Own(text, node) is >= 0 and var subject)
            {
                if (!IsRelative(r, subject)) return Trim(r, text.SubtreeFirst(subject), text.SubtreeEnd(subject), subject);
                return text.Relation(node) is Deprel.AclRelcl or Deprel.Acl ? Noun(r, text.Head(node), subject) : null;
            }

            var head = text.Head(node);
            switch (text.Relation(node))
            {
                case Deprel.Acl when Doer(r, node) is { } doer:
                    if (doer.Phrase is { } phrase) return phrase;
                    node = doer.Verb;
                    break;
                case Deprel.Acl or Deprel.AclRelcl:
                    return Noun(r, head, text.SubtreeFirst(node));
                case Deprel.Xcomp when ObjectControl.Contains(r.Form(head)) && text.Child(head, Deprel.Obj) is >= 0 and var target && target < node:
                    return Trim(r, text.SubtreeFirst(target), Math.Min(text.SubtreeEnd(target), text.SubtreeFirst(node)), target);
                case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl or Deprel.Parataxis or Deprel.Ccomp:
                    inherits = text.Relation(node) == Deprel.Conj && node == verb;
                    node = head;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a verb stands in the content of a reporting verb before it.</summary>
    public static bool IsReported(ArticleReading r, int verb)
    {
        var text = r.Text;
        for (var (node, climbed) = (verb, 0); climbed < MaxClimb; climbed++)
        {
            var head = text.Head(node);
            if (head < 0) return false;
            if (text.Relation(node) == Deprel.Ccomp && head < verb && !r.InQuote(head) && r.Cue(head).Verb is not null) return true;
            node = head;
        }

        return false;
    }

    /// <summary>"Lund delayed asking whether they could ask but said": a verb in the past is not joined to one without tense.</summary>
    private static bool IsOtherTense(ArticleReading r, int verb, int joined) =>
        r.Tag(verb) is PennTag.Vbd or PennTag.Vbz && r.Tag(joined) is PennTag.Vb or PennTag.Vbg && r.Tag(verb - 1) is PennTag.Cc;

    /// <summary>
    /// Who does what hangs on a noun: the owner of "her plan to say", the subject of the verb that has the noun as its object in "issued a statement
    /// saying" and "got a chance to say". Null when it is the noun itself ("the woman calling for help").
    /// </summary>
    private static (TokenRange? Phrase, int Verb)? Doer(ArticleReading r, int clause)
    {
        var text = r.Text;
        var noun = text.Head(clause);
        var first = text.SubtreeFirst(clause);
        var infinitive = clause > 0 && r.Tag(clause - 1) == PennTag.To;
        var governed = first < clause && r.Tag(first) == PennTag.In && !infinitive;
        if (noun < 0 || !infinitive && !governed && !Utterances.Contains(r.Form(noun))) return null;
        if ((infinitive || governed) && text.Child(noun, Deprel.NmodPoss) is >= 0 and var owner) return (Trim(r, text.SubtreeFirst(owner), text.SubtreeEnd(owner), owner), -1);
        for (var (node, climbed) = (noun, 0); climbed < MaxClimb; climbed++)
        {
            var relation = text.Relation(node);
            node = text.Head(node);
            if (node < 0 || relation is not (Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Conj or Deprel.Appos or Deprel.Xcomp)) return null;
            if (r.Tag(node).IsVerb()) return (null, node);
        }

        return null;
    }

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
        var own = -1;
        foreach (var child in text.Children(verb))
        {
            if (++seen > MaxChildren || own >= 0 && child > verb) break;
            if (text.Relation(child) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Csubj) own = child;
        }

        return own;
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
