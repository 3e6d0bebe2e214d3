using NewsIngest.Claims;

namespace NewsIngest.Bench.Quality.Gold;

/// <summary>Compares claims with those of a reading: one to one, where at least 70 % of the words agree.</summary>
internal sealed class GoldClaimScorer(string text, GoldReading gold, IReadOnlyList<Claim> claims)
{
    private const double Same = 0.7;
    private readonly Dictionary<string, GoldEntity> entities = gold.Entities.ToDictionary(e => e.Id);

    public IReadOnlyList<GoldCount> Score()
    {
        var goldWords = gold.Claims.Select(c => (c.ContentAlternatives ?? []).Prepend(c.Content).Select(spans => GoldWords.Words(text, spans)).ToList()).ToList();
        var words = claims.Select(c => GoldWords.Words(text, c.Content)).ToList();
        var weights = new double[gold.Claims.Count, claims.Count];
        for (var i = 0; i < gold.Claims.Count; i++)
        {
            for (var j = 0; j < claims.Count; j++)
            {
                var overlap = goldWords[i].Max(w => GoldWords.Overlap(w, words[j]));
                if (overlap >= Same) weights[i, j] = 4 + overlap + Bonus(gold.Claims[i], claims[j]);
            }
        }

        var matched = Assignment.Best(weights);
        var core = Enumerable.Range(0, gold.Claims.Count).Where(i => gold.Claims[i].IsCore).ToList();
        var pairs = core.Where(i => matched[i] >= 0).Select(i => (Gold: gold.Claims[i], Claim: claims[matched[i]])).ToList();
        var propositions = gold.Claims.SelectMany(c => c.Propositions ?? []).Select(p => GoldWords.Words(text, [p])).ToList();
        var right = Enumerable.Range(0, claims.Count).Count(j => matched.Contains(j) || propositions.Exists(p => GoldWords.Overlap(p, words[j]) >= Same));
        return
        [
            new("core claim recall", pairs.Count, core.Count),
            new("core claim recall + right speaker", pairs.Count(p => IsSpeaker(p.Gold, p.Claim)), core.Count),
            new("claim precision", right, claims.Count),
            new("form accuracy", pairs.Count(p => IsForm(p.Gold, p.Claim)), pairs.Count),
            new("modality accuracy", pairs.Count(p => p.Gold.ModalityAccept.Contains(Lower(p.Claim.Modality), StringComparer.OrdinalIgnoreCase)), pairs.Count),
        ];
    }

    private double Bonus(GoldClaim g, Claim claim) =>
        (IsSpeaker(g, claim) ? 1 : 0) + (HasCue(g, claim) ? 0.5 : 0) + (g.IsCore ? 0.25 : 0) + (Lower(claim.Form) == g.Form ? 0.1 : 0);

    private bool IsSpeaker(GoldClaim g, Claim claim)
    {
        var name = GoldWords.Name(claim.Speaker?.Name);
        if (name == GoldWords.Name(g.Speaker) || (g.SpeakerAccept ?? []).Any(a => GoldWords.Name(a) == name)) return true;
        return g.SpeakerEntity is { } id && entities.TryGetValue(id, out var entity) && entity.Type != "person" && entity.AlsoKnownAs.Any(a => GoldWords.Name(a) == name);
    }

    private static bool IsForm(GoldClaim g, Claim claim) => Lower(claim.Form) is var form && (form == g.Form || (g.FormAccept ?? []).Contains(form));

    private bool HasCue(GoldClaim g, Claim claim)
    {
        if (g.Cue is not { } wanted || claim.Cue is not { } cue) return false;
        if (cue.Start < wanted.End && wanted.Start < cue.End) return true;
        var words = text[cue.Start..cue.End].ToLowerInvariant();
        return (g.CueAlternatives ?? []).Select(a => a.ToLowerInvariant()).Any(a => words == a || (a.Contains(words, StringComparison.Ordinal) && words.Length > 3));
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>So many of so many.</summary>
internal sealed record GoldCount(string What, int Right, int All)
{
    public double Share => All == 0 ? 1 : (double)Right / All;
}
