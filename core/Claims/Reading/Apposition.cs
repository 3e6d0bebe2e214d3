using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>What stands between commas behind a noun phrase and names or describes it.</summary>
internal static class Apposition
{
    private const int MaxLength = 24;

    /// <summary>"the union’s leader, Ida Lund": the end of a name behind the comma, or <paramref name="end"/>.</summary>
    public static int EndOfName(ArticleReading r, int end, int limit)
    {
        if (end + 1 >= limit || !r.IsComma(end) || r.Tag(end - 1) is PennTag.Nnp || r.Tag(end + 1) is not PennTag.Nnp) return end;
        var name = NounPhrases.BaseEnd(r, end + 1, limit);
        return name > end + 1 && (name >= limit || r.IsPunct(name)) ? name : end;
    }

    /// <summary>The name behind a comma in a phrase: "the harbour master, Ida Lund"; null when there is none.</summary>
    public static TokenRange? NameIn(ArticleReading r, TokenRange phrase)
    {
        for (var i = phrase.First + 1; i + 1 < phrase.End; i++)
        {
            if (!r.IsComma(i)) continue;
            var end = i + 1;
            while (end < phrase.End && r.Tag(end) is PennTag.Nnp) end++;
            return end > i + 1 && (end == phrase.End || r.IsComma(end)) ? new TokenRange(i + 1, end) : null;
        }

        return null;
    }

    /// <summary>
    /// The comma that closes the description opened by the comma at <paramref name="comma"/>: "Ida Lund, an engineer with the city, …",
    /// "Ida Lund, who runs the mill, …"; <paramref name="comma"/> itself when what follows it is no description.
    /// </summary>
    public static int CommaAfter(ArticleReading r, int comma, int limit)
    {
        var relative = comma + 1 < limit && r.Tag(comma + 1).IsRelative();
        if (!relative && NounPhrases.BaseEnd(r, comma + 1, limit) == comma + 1) return comma;
        for (var i = comma + 1; i < Math.Min(limit, comma + MaxLength); i++)
        {
            if (r.IsComma(i)) return ComplementReader.StartsClause(r, i + 1, limit) ? i : comma;
            if (!relative && r.Tag(i).IsFinite()) return comma;
        }

        return comma;
    }
}
