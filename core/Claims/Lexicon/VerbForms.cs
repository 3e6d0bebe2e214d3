namespace NewsIngest.Claims.Lexicon;

/// <summary>Spells the forms of a verb, so that cues are looked up as they stand in the text.</summary>
internal sealed class VerbForms
{
    private const string Resource = "NewsIngest.Claims.Lexicon.irregular.tsv";
    private static readonly string[] Be = ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"];
    private readonly Dictionary<string, string[]> irregular = [];

    private VerbForms()
    {
        foreach (var line in LexiconFile.Lines(Resource))
        {
            var cells = line.Split('\t');
            irregular[cells[0]] = cells[1..];
        }
    }

    public static VerbForms Default { get; } = new();

    /// <summary>All forms of a verb, itself first; both spellings where the last consonant may be doubled.</summary>
    public IEnumerable<string> Of(string verb)
    {
        if (verb == "be") return Be;
        var forms = new List<string> { verb, Third(verb) };
        var stem = verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] : verb;
        forms.Add((verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "y" : stem) + "ing");
        if (irregular.TryGetValue(verb, out var past)) forms.AddRange(past);
        forms.Add(EndsInConsonantY(verb) ? verb[..^1] + "ied" : verb.EndsWith('e') ? verb + "d" : verb + "ed");
        if (Doubles(verb))
        {
            forms.Add(verb + verb[^1] + "ed");
            forms.Add(verb + verb[^1] + "ing");
        }

        return forms;
    }

    private static string Third(string verb)
    {
        if (verb is "have") return "has";
        if (EndsInConsonantY(verb)) return verb[..^1] + "ies";
        var sibilant = verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) || verb is "go" or "veto" or "do" or "echo";
        return verb + (sibilant ? "es" : "s");
    }

    private static bool EndsInConsonantY(string verb) => verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]);

    private static bool Doubles(string verb) =>
        verb.Length > 2 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y' or 'h') && IsVowel(verb[^2]) && !IsVowel(verb[^3]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
