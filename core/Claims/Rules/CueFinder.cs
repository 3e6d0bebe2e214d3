using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Claims.Rules;

/// <summary>Finds the cues of the lexicon in the tokens of a sentence. The longest phrase wins over its verb.</summary>
internal static class CueFinder
{
    private const int MaxGap = 2;

    public static void Find(ArticleReading r, Sentence sentence, List<CueHit> hits)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (r.Cue(i) is var word && word == CueWord.None || At(r, word, i, sentence.EndToken) is not { } hit || IsPartOfWord(r, i)) continue;
            hits.Add(hit);
            i = hit.End - 1;
        }
    }

    /// <summary>"a properly maintained road", "the proposed curfew": a participle that describes the noun after it.</summary>
    private static bool IsAttributive(ArticleReading r, int i, int limit)
    {
        if (r.Tag(i) != PennTag.Vbn || i + 1 >= limit || !r.Tag(i + 1).IsNoun()) return false;
        var before = i - 1;
        while (before > 0 && r.Tag(before).IsAdverb()) before--;
        return before >= r.SentenceAt(i).FirstToken && r.Tag(before) is PennTag.Dt or PennTag.PrpPoss;
    }

    /// <summary>"so-called", "oil-producing", "fact-check": no verb of its own.</summary>
    private static bool IsPartOfWord(ArticleReading r, int i)
    {
        if (i > 0 && r.Form(i - 1) is "-" && r.Token(i - 1).End == r.Token(i).Start && r.Token(i - 1).Start > 0 && !char.IsWhiteSpace(r.Article.Text[r.Token(i - 1).Start - 1])) return true;
        if (i + 1 < r.TokenCount && r.Form(i + 1) is "-" && r.Token(i + 1).Start == r.Token(i).End && i + 2 < r.TokenCount && r.Token(i + 2).Start == r.Token(i + 1).End) return true;
        return i > 0 && r.Is(i - 1, "so") && r.Is(i, "called");
    }

    private static CueHit? At(ArticleReading r, CueWord word, int i, int limit)
    {
        CueTags.Correct(r, word, i, limit);
        var tag = r.Tag(i);
        var verbal = tag.IsVerb() || r.Form(i) is "said";
        if (!verbal && !tag.IsNoun() && !tag.IsAdverb() && tag != PennTag.In && tag != PennTag.Jj) return null;
        var next = i + 1 < limit ? r.Text.FormHash(i + 1) : FormHash.Missing;
        var isGap = i + 1 < limit && r.Tag(i + 1).IsAdverb();
        for (var p = 0; p < word.Phrases.Length; p++)
        {
            if (!isGap && !word.MayGoOn(p, next)) continue;
            var entry = word.Phrases[p];
            if (entry.Kind == CueKind.Phrase && !verbal) continue;
            var end = Match(r, entry, i, limit);
            // "argued for years that", "spoke on Monday": when, not what.
            if (end > i + 1 && end < limit && r.Tag(end - 1) == PennTag.In && TimeWords.Contains(r.Form(end))) continue;
            if (end > 0) return new CueHit(entry, i, end, i, entry.Kind == CueKind.Phrase ? VerbGroup.Read(r, i) : default);
        }

        if (verbal && !IsAttributive(r, i, limit) && word.Verb is { } verb) return new CueHit(verb, i, i + 1, i, VerbGroup.Read(r, i));
        if (tag is PennTag.Nn or PennTag.Nns && word.Noun is { } noun) return new CueHit(noun, i, i + 1, i, default);
        return null;
    }

    /// <summary>End of the phrase that begins at token <paramref name="i"/>, or -1. Up to two adverbs may stand between its verb and the rest.</summary>
    private static int Match(ArticleReading r, CueEntry entry, int i, int limit)
    {
        var at = i + 1;
        for (var w = 1; w < entry.Words.Length; w++)
        {
            var gap = 0;
            while (w == 1 && at < limit && gap < MaxGap && r.Tag(at).IsAdverb() && !r.Is(at, entry.Words[w]))
            {
                at++;
                gap++;
            }

            if (at >= limit || !(r.Is(at, entry.Words[w]) || entry.Words[w] == CueWord.Oneself && r.Form(at).EndsWith("self", StringComparison.Ordinal))) return -1;
            at++;
        }

        return at;
    }
}
