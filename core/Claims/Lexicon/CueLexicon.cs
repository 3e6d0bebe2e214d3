using NewsIngest.Lookup;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The cues of <c>cues.tsv</c>, found by the lemma of their first word.</summary>
internal sealed class CueLexicon
{
    private const string Resource = "NewsIngest.Claims.Lexicon.cues.tsv";
    private const int Columns = 6;
    private const int LookBits = 14;

    private readonly WordTable<CueEntry> verbs;
    private readonly WordTable<CueEntry> nouns;
    private readonly WordTable<CueEntry[]> phrases;

    private readonly bool[] beginnings = new bool[1 << LookBits];

    private CueLexicon(IReadOnlyList<CueEntry> entries)
    {
        Entries = entries;
        verbs = ByForm(entries.Where(e => e.Kind == CueKind.Verb), VerbForms.Default.Of);
        nouns = ByForm(entries.Where(e => e.Kind == CueKind.Noun), NounForms);
        phrases = ByFirstForm(entries.Where(e => e.Kind is not (CueKind.Verb or CueKind.Noun)));
        foreach (var form in verbs.Words.Concat(nouns.Words).Concat(phrases.Words)) beginnings[Look(form)] = true;
    }

    public static CueLexicon Default { get; } = new([.. LexiconFile.Lines(Resource).Select(Parse)]);

    public IReadOnlyList<CueEntry> Entries { get; }

    /// <summary>Whether a cue may begin with a word that looks like this; most words tell by three letters and their length that none does.</summary>
    public bool MayBegin(ReadOnlySpan<char> form) => beginnings[Look(form)];

    /// <summary>The cue verb of which <paramref name="form"/> is a form.</summary>
    public CueEntry? Verb(ReadOnlySpan<char> form) => verbs.TryGetValue(form, out var entry) ? entry : null;

    public CueEntry? Noun(ReadOnlySpan<char> form) => nouns.TryGetValue(form, out var entry) ? entry : null;

    /// <summary>Phrases, prepositions and adverbs whose first word has this form, longest first.</summary>
    public ReadOnlySpan<CueEntry> PhrasesFrom(ReadOnlySpan<char> firstForm) => phrases.TryGetValue(firstForm, out var list) ? list : [];

    /// <exception cref="InvalidDataException">A line does not have the form that the head of the file describes.</exception>
    public static CueEntry Parse(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != Columns) throw new InvalidDataException($"cue line has {cells.Length} cells instead of {Columns}: {line}");
        if (!Enum.TryParse<CueKind>(cells[1], ignoreCase: true, out var kind)) throw new InvalidDataException($"unknown kind of cue: {line}");
        if (!Enum.TryParse<Modality>(cells[2], ignoreCase: true, out var modality)) throw new InvalidDataException($"unknown modality: {line}");
        if (!Enum.TryParse<CueForce>(cells[4], ignoreCase: true, out var force)) throw new InvalidDataException($"unknown force: {line}");
        var frames = CueFrames.None;
        foreach (var name in cells[3].Split(','))
        {
            if (!Enum.TryParse<CueFrames>(name, ignoreCase: true, out var frame)) throw new InvalidDataException($"unknown frame {name}: {line}");
            frames |= frame;
        }

        return new CueEntry(cells[0], cells[0].Split(' '), kind, modality, frames, force, cells[5]);
    }

    private static WordTable<CueEntry> ByForm(IEnumerable<CueEntry> entries, Func<string, IEnumerable<string>> forms)
    {
        var index = new WordTable<CueEntry>(ignoresCase: true);
        foreach (var entry in entries) index[entry.Lemma] = entry;
        foreach (var entry in entries)
        {
            foreach (var form in forms(entry.Lemma)) index.TryAdd(form, entry);
        }

        return index;
    }

    private static WordTable<CueEntry[]> ByFirstForm(IEnumerable<CueEntry> entries)
    {
        var byForm = new Dictionary<string, List<CueEntry>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            IEnumerable<string> forms = entry.Kind == CueKind.Phrase ? VerbForms.Default.Of(entry.Words[0]) : [entry.Words[0]];
            foreach (var form in forms.Distinct())
            {
                if (!byForm.TryGetValue(form, out var list)) byForm.Add(form, list = []);
                list.Add(entry);
            }
        }

        var index = new WordTable<CueEntry[]>(ignoresCase: true);
        foreach (var (form, list) in byForm) index[form] = [.. list.OrderByDescending(e => e.Words.Length)];
        return index;
    }

    /// <summary>The same for capital and small letters.</summary>
    private static int Look(ReadOnlySpan<char> form)
    {
        const int small = 0x20;
        var look = (((form[0] | small) * 31) + (form[form.Length / 2] | small)) * 31;
        return (((look + (form[^1] | small)) * 31) + form.Length) & ((1 << LookBits) - 1);
    }

    private static IEnumerable<string> NounForms(string noun) => [noun, noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s"];
}
