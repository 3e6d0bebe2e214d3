using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>Noun phrases by their tags: a base phrase, and the same with the "of", "for" … phrases that hang on it.</summary>
internal static class NounPhrases
{
    /// <summary>No phrase is longer: keeps the work linear on text that is one endless list of nouns.</summary>
    private const int MaxPhrase = 60;

    /// <summary>End of the base noun phrase that begins at <paramref name="pos"/>, or <paramref name="pos"/> when none does.</summary>
    public static int BaseEnd(ArticleReading r, int pos, int limit)
    {
        if (pos >= limit) return pos;
        limit = Math.Min(limit, pos + MaxPhrase);
        if (r.Tag(pos) is PennTag.Prp or PennTag.Ex) return pos + 1;
        var lastHead = -1;
        var i = pos;
        for (; i < limit; i++)
        {
            var tag = r.Tag(i);
            if (tag.IsNoun() || tag is PennTag.Cd or PennTag.Sym or PennTag.Fw) lastHead = i;
            else if (tag == PennTag.Dt && i == pos) lastHead = IsPronounLike(r, i, limit) ? i : lastHead;
            else if (tag is PennTag.Pdt or PennTag.PrpPoss or PennTag.Pos || (tag == PennTag.Dt && i == pos + 1 && lastHead < 0)) { }
            else if (tag.IsAdjective()) lastHead = EndsPhrase(r, i, limit) && i > pos ? i : lastHead;
            else if (tag.IsAdverb() && i + 1 < limit && (r.Tag(i + 1).IsAdjective() || r.Tag(i + 1) == PennTag.Cd || i > pos && r.Tag(i + 1) == PennTag.Vbn && i + 2 < limit && r.Tag(i + 2).IsNoun())) { }
            else if ((tag is PennTag.Vbg or PennTag.Vbn || tag == PennTag.Vbd && i == pos) && i + 1 < limit && Continues(r, i + 1) && !(i == pos && tag == PennTag.Vbg)) { }
            else if (r.IsMark(i) && i + 1 < limit && (r.InQuote(i)) && Continues(r, i + 1)) { }
            else if (r.Form(i) is "&" or "-" or "/" && i > pos && i + 1 < limit && Continues(r, i + 1)) { }
            else if (tag == PennTag.Cc && lastHead == i - 1 && i + 1 < limit && r.Tag(i - 1) == r.Tag(i + 1) && !r.Tag(i + 1).IsVerb()) { }
            else if (r.IsComma(i) && lastHead >= 0 && r.Tag(i - 1).IsAdjective() && i + 1 < limit && r.Tag(i + 1).IsAdjective()) { }
            else break;
        }

        if (lastHead < 0) return pos;
        var end = lastHead + 1;
        return end < limit && r.IsMark(end) && r.InQuote(end) && r.QuoteAt(end) == r.QuoteAt(lastHead) && ClosesHere(r, end) ? end + 1 : end;
    }

    /// <summary>The phrase with coordinated phrases and the prepositional phrases that follow it.</summary>
    public static int FullEnd(ArticleReading r, int pos, int limit)
    {
        var end = BaseEnd(r, pos, limit);
        if (end == pos) return pos;
        limit = Math.Min(limit, pos + 2 * MaxPhrase);
        while (end < limit)
        {
            int next;
            if (r.Tag(end) is PennTag.In or PennTag.To && r.Token(end).Upos != Upos.Sconj && !r.Is(end, "that") && !r.Is(end, "by"))
            {
                next = BaseEnd(r, end + 1, limit);
                if (next == end + 1) break;
            }
            else if (r.Tag(end) == PennTag.Cc && r.Is(end, "and"))
            {
                next = BaseEnd(r, end + 1, limit);
                if (next == end + 1 || (next < limit && (r.Tag(next).IsFinite()))) break;
            }
            else
            {
                break;
            }

            end = next;
        }

        return end;
    }

    /// <summary>First token of the base noun phrase that ends before <paramref name="end"/>, or <paramref name="end"/> when none does.</summary>
    public static int BaseStart(ArticleReading r, int end, int floor)
    {
        var i = end - 1;
        floor = Math.Max(floor, end - MaxPhrase);
        if (i < floor) return end;
        if (r.Tag(i) is PennTag.Prp or PennTag.Ex) return i;
        if (!IsHead(r, i)) return end;
        var start = i;
        for (i--; i >= floor; i--)
        {
            var tag = r.Tag(i);
            if (tag.IsNoun() || tag is PennTag.Cd or PennTag.Pos or PennTag.Sym or PennTag.Fw || tag.IsAdjective() || tag is PennTag.Vbn) { }
            else if (tag is PennTag.Dt or PennTag.PrpPoss or PennTag.Pdt)
            {
                start = i;
                if (i == floor || r.Tag(i - 1) != PennTag.Pdt) break;
                continue;
            }
            else if (r.Form(i) is "&" or "-" or "/" or "(" or ")") { }
            else if (tag.IsAdverb() && (r.Tag(i + 1).IsAdjective() || r.Form(i + 1) is "-")) { }
            else break;
            start = i;
        }

        while (start < end - 1 && r.Tag(start) is PennTag.Pos or PennTag.Vbn) start++;
        return start;
    }

    /// <summary>The base phrase extended to the left over "a spokesman for", "the head of", "Smith and".</summary>
    public static int FullStart(ArticleReading r, int end, int floor)
    {
        var start = BaseStart(r, end, floor);
        // ", fix the roads and he said": a pronoun opens a clause of its own.
        if (start == end || r.Is(start, "he") || r.Is(start, "she") || r.Is(start, "they") || r.Is(start, "we")) return start;
        floor = Math.Max(floor, end - 2 * MaxPhrase);
        while (start - 1 > floor)
        {
            var joint = start - 1;
            var joins = r.Tag(joint) is PennTag.In or PennTag.To && (r.Is(joint, "of") || r.Is(joint, "for") || r.Is(joint, "in") || r.Is(joint, "at") || r.Is(joint, "from") || r.Is(joint, "with") || r.Is(joint, "on") || r.Is(joint, "to"))
                || r.Is(joint, "and");
            if (!joins) break;
            var left = BaseStart(r, IsCloseTo(r, joint) ? joint - 1 : joint, floor);
            if (left == joint - 1 && IsCloseTo(r, joint)) break;
            if (left == joint || r.Tag(joint - 1) is PennTag.Prp) break;
            start = left;
        }

        return start;
    }

    /// <summary>"a source close to the talks", "a person familiar with the matter".</summary>
    private static bool IsCloseTo(ArticleReading r, int preposition) =>
        preposition > 1 && (r.Is(preposition, "to") && (r.Is(preposition - 1, "close") || r.Is(preposition - 1, "near")) || r.Is(preposition, "with") && r.Is(preposition - 1, "familiar"));

    /// <summary>Whether a noun phrase can end with this token: a noun, a number, "the poor", "one official", "the chief executive".</summary>
    public static bool IsHead(ArticleReading r, int i) =>
        r.Tag(i).IsNoun() || r.Tag(i) is PennTag.Cd or PennTag.Dt or PennTag.Fw || (r.Tag(i).IsAdjective() && i > 0 && (r.Tag(i - 1) is PennTag.Dt or PennTag.Cd || IsRole(r, i))) || (r.IsMark(i) && r.InQuote(i) && i > 0 && r.Tag(i - 1).IsNoun());

    private static bool IsRole(ArticleReading r, int i) => (EntityLexicon.Default.Words.Find(r.Form(i)) & WordClass.RoleHead) != 0;

    private static bool Continues(ArticleReading r, int i) => r.Tag(i).IsNoun() || r.Tag(i).IsAdjective() || r.Tag(i) is PennTag.Cd or PennTag.Vbn or PennTag.Vbg or PennTag.Sym or PennTag.Fw;

    private static bool IsPronounLike(ArticleReading r, int i, int limit) =>
        (r.Is(i, "this") || r.Is(i, "that") || r.Is(i, "these") || r.Is(i, "those") || r.Is(i, "some") || r.Is(i, "all") || r.Is(i, "both")) && (i + 1 >= limit || !Continues(r, i + 1));

    private static bool EndsPhrase(ArticleReading r, int i, int limit) => i + 1 >= limit || !Continues(r, i + 1);

    private static bool ClosesHere(ArticleReading r, int i) => r.Token(i).End == r.Quotes[r.QuoteAt(i)].End;
}
