using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>
/// Corrects tags at a cue and right beside it that cannot be right where they stand, as transformation rules do (Brill 1995): a verb whose plural or participle
/// looks alike, and a noun that looks like a verb.
/// </summary>
internal static class CueTags
{
    private const int MaxSubject = 8;
    private const int MaxClause = 60;

    /// <summary>Corrects the tags at the cue that begins with token <paramref name="i"/>; <paramref name="limit"/> is the end of its sentence.</summary>
    public static void Correct(ArticleReading r, CueWord word, int i, int limit)
    {
        if (Saying(r, word, i) is not { } cue) return;
        var tag = r.Tag(i);
        if (tag.IsNoun() && IsHeadlineVerb(r, i, limit) || tag == PennTag.Nns && IsNounLikeVerb(r, word, cue, i, limit)) r.Retag(i, PennTag.Vbz, Upos.Verb);
        else if (tag == PennTag.Nn && IsBareVerbAfterPlural(r, word, cue, i, limit)) r.Retag(i, PennTag.Vbp, Upos.Verb);
        else if (!tag.IsVerb() && IsPastBeforeSpeech(r, cue, i, limit)) r.Retag(i, PennTag.Vbd, Upos.Verb);
        if (!r.Tag(i).IsVerb()) return;
        if (IsVerbLikeNoun(r, cue, i + 1, limit)) r.Retag(i + 1, PennTag.Nns, Upos.Noun);
        if (IsMainVerb(r, i, limit)) r.Retag(i, PennTag.Vbd, Upos.Verb);
        if (VerbLikeParticiple(r, cue, i, limit) is >= 0 and var verb) r.Retag(verb, PennTag.Vbd, Upos.Verb);
        if (VerbLikeTitle(r, i) is >= 0 and var title) r.Retag(title, PennTag.Nn, Upos.Noun);
    }

    /// <summary>The verb that the word can be, or the phrase that it begins with the word behind it: "apologises for".</summary>
    private static CueEntry? Saying(ArticleReading r, CueWord word, int i)
    {
        if (word.Verb is { } verb) return verb.Force == CueForce.Say ? verb : null;
        foreach (var phrase in word.Phrases)
        {
            if (phrase is { Kind: CueKind.Phrase, Force: CueForce.Say } && r.Is(i + 1, phrase.Words[1])) return phrase;
        }

        return null;
    }

    /// <summary>In a headline in title case a verb looks like a name: "Mayor Vows To Cut Fares".</summary>
    private static bool IsHeadlineVerb(ArticleReading r, int i, int limit)
    {
        var form = r.Form(i);
        if (i == r.SentenceAt(i).FirstToken || i + 1 >= limit || !char.IsUpper(form[0]) || form[^1] != 's') return false;
        return IsHeadline(r, i) && char.IsUpper(r.Form(i + 1)[0]);
    }

    private static bool IsHeadline(ArticleReading r, int i) => r.Article.Blocks[r.SentenceAt(i).Block].Role == BlockRole.Title;

    /// <summary>"Bank apologises for …", "Police warn of …": behind nouns alone, in a headline that else has no verb.</summary>
    private static bool IsOnlyVerbOfHeadline(ArticleReading r, CueWord word, int i, int limit) =>
        word.Noun is null && i + 1 < limit && IsHeadline(r, i) && !r.IsPunct(i + 1) && OnlyNounsBefore(r, i) && !r.HasFinite(i + 1, limit);

    /// <summary>"The ad claims “…”", "the campaign projects that", the headline "Bank apologises for …": a verb that the tagger takes for a plural, in a sentence with no verb before it.</summary>
    private static bool IsNounLikeVerb(ArticleReading r, CueWord word, CueEntry cue, int i, int limit)
    {
        if (i + 1 >= limit) return false;
        if (IsOnlyVerbOfHeadline(r, word, i, limit)) return true;
        if (!cue.Has(CueFrames.Quote | CueFrames.That)) return false;
        var opensClause = r.Is(i + 1, "that") || r.Tag(i + 1) == PennTag.Prp && word.Noun is null;
        if (!opensClause && !(ComplementReader.OpensSpeech(r, i + 1) && QuoteShape.IsSentence(r, r.Quotes[r.QuoteAt(i + 1)]))) return false;
        return OnlyNounsBefore(r, i);
    }

    /// <summary>"Prosecutors allege that", ", US media report.", the headline "Police warn of …": a plural before a verb that the tagger takes for a noun.</summary>
    private static bool IsBareVerbAfterPlural(ArticleReading r, CueWord word, CueEntry cue, int i, int limit)
    {
        if (i == r.SentenceAt(i).FirstToken || !r.Form(i).Equals(cue.Lemma, StringComparison.OrdinalIgnoreCase)) return false;
        if (!(r.Tag(i - 1) is PennTag.Nns or PennTag.Nnps || r.Is(i - 1, "media") || r.Is(i - 1, "police"))) return false;
        if (IsOnlyVerbOfHeadline(r, word, i, limit)) return true;
        if (!cue.Has(CueFrames.That)) return false;
        if (i + 1 < limit && r.Is(i + 1, "that")) return OnlyNounsBefore(r, i);
        if (i + 1 < limit && r.Form(i + 1) is not ".") return false;
        var start = NounPhrases.BaseStart(r, i, r.SentenceAt(i).FirstToken);
        return start > r.SentenceAt(i).FirstToken && r.IsComma(start - 1);
    }

    /// <summary>"The governor foresaw: “…”": a past form that the tagger takes for a noun or an adjective, between a subject and a quotation.</summary>
    private static bool IsPastBeforeSpeech(ArticleReading r, CueEntry cue, int i, int limit)
    {
        if (i + 2 >= limit || !(r.IsComma(i + 1) || r.Form(i + 1) is ":") || !ComplementReader.OpensSpeech(r, i + 2)) return false;
        var form = r.Form(i);
        return cue.Has(CueFrames.Quote)
            && !(form.Equals(cue.Lemma, StringComparison.OrdinalIgnoreCase) || form[^1] == 's' || form.EndsWith("ing", StringComparison.Ordinal)) && OnlyNounsBefore(r, i);
    }

    /// <summary>"denied reports that it …", "told reporters the river …": a plural right behind the cue that the tagger takes for a verb.</summary>
    private static bool IsVerbLikeNoun(ArticleReading r, CueEntry cue, int i, int limit)
    {
        if (i + 1 >= limit || r.Tag(i) != PennTag.Vbz || r.Token(i).Upos == Upos.Aux) return false;
        if (cue.Has(CueFrames.Addr)) return r.Tag(i + 1) is PennTag.Dt or PennTag.PrpPoss or PennTag.In;
        return cue.Has(CueFrames.Obj) && r.Cue(i).Noun is not null && (r.Is(i + 1, "that") || r.Is(i + 1, "of") || r.Tag(i + 1) == PennTag.Prp) && OnlyNounsBefore(r, i - 1);
    }

    /// <summary>"The federation denied reports that …": a participle, as the tagger sees it, that is the only verb of its clause.</summary>
    private static bool IsMainVerb(ArticleReading r, int i, int limit)
    {
        if (r.Tag(i) != PennTag.Vbn || i + 1 >= limit || r.Form(i)[^1] is not ('d' or 't') || !OpensObject(r, i + 1) || !OnlyNounsBefore(r, i)) return false;
        var end = i + 1;
        while (end < limit && !r.IsComma(end) && !r.Is(end, "that") && !(r.Tag(end) == PennTag.Prp && end > i + 1)) end++;
        return !r.HasFinite(i + 1, end);
    }

    /// <summary>"said the minister stood by it": the participle, as the tagger sees it, that is the only verb of what is said, or -1.</summary>
    private static int VerbLikeParticiple(ArticleReading r, CueEntry cue, int i, int limit)
    {
        var first = i + 1;
        limit = Math.Min(limit, first + MaxClause);
        if (!cue.TakesOnlyClauses || first >= limit || i == 0 || r.IsPunct(i - 1) || NounPhrases.BaseEnd(r, first, limit) == first || TimeWords.Contains(r.Form(first)) || r.HasFinite(first, limit)) return -1;
        var found = -1;
        for (var at = first + 1; at + 1 < limit; at++)
        {
            if (r.IsPunct(at) && !r.IsMark(at)) break;
            if (r.Tag(at) != PennTag.Vbn || !(r.Tag(at - 1).IsNoun() || r.Tag(at - 1) == PennTag.Prp || r.Tag(at - 1).IsAdverb())) continue;
            if (!r.Is(at + 1, "by")) return at;
            if (found < 0) found = at;
        }

        return found;
    }

    private static bool OpensObject(ArticleReading r, int i) => r.Tag(i) is PennTag.Dt or PennTag.PrpPoss or PennTag.Prp || r.Tag(i).IsNoun() || r.Tag(i).IsAdjective() || r.Is(i, "that");

    /// <summary>", transport secretary Ida Lund told …": a noun before the title of a name that the tagger takes for a verb, or -1.</summary>
    private static int VerbLikeTitle(ArticleReading r, int cue)
    {
        var floor = r.SentenceAt(cue).FirstToken;
        if (cue - 4 < floor || r.Tag(cue - 1) != PennTag.Nnp) return -1;
        var start = NounPhrases.BaseStart(r, cue, floor);
        return start - 2 > floor && r.Tag(start) == PennTag.Nn && r.Tag(start - 1) is PennTag.Vbp or PennTag.Vb && r.IsComma(start - 2) ? start - 1 : -1;
    }

    private static bool OnlyNounsBefore(ArticleReading r, int i)
    {
        var first = r.SentenceAt(i).FirstToken;
        if (i - first is 0 or > MaxSubject || !(r.Tag(i - 1).IsNoun() || r.Tag(i - 1).IsAdjective())) return false;
        for (var j = first; j < i; j++)
        {
            if (r.Tag(j).IsFinite() || r.Tag(j).IsRelative() || r.IsComma(j)) return false;
        }

        return true;
    }
}
