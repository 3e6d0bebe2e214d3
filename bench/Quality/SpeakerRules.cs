using NewsIngest.Claims;

namespace NewsIngest.Bench.Quality;

/// <summary>When a speaker counts as right: it stands where the source stands, or bears one of its names. No source is right only without a speaker.</summary>
internal static class SpeakerRules
{
    private const int MentionSlack = 20;

    public static bool Judge(string text, GoldAttribution gold, Speaker? speaker)
    {
        if (gold.Source.Count == 0 && !gold.HasSpeaker) return speaker is null;
        if (speaker is null) return false;
        if (gold.Source.Any(s => speaker.Start < s.End && speaker.End > s.Start)) return true;
        if (gold.SpeakerMention is { } m && speaker.Start < m.End && speaker.End > m.Start && speaker.End - speaker.Start <= m.Length + MentionSlack) return true;
        var sources = gold.Source.Select(s => text[s.Start..s.End]).ToList();
        var candidates = sources.Concat(gold.Names).ToList();
        if (ScoreText.IsPronoun(speaker.Name)) return candidates.Any(c => ScoreText.Normalize(c).SequenceEqual(ScoreText.Normalize(speaker.Name)));
        return ScoreText.SameName(speaker.Name, candidates.Where(c => !ScoreText.IsPronoun(c)));
    }
}
