using System.Numerics;
using NewsIngest.Language.Tokens;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Lexicon;

/// <summary>The cues of <c>cues.tsv</c>, found by the lemma of their first word.</summary>
internal sealed class CueLexicon
{
    private const string Resource = "NewsIngest.Claims.Lexicon.cues.tsv";
    private const int Columns = 6;
    private const int FilterWords = 1 << 10;

    private static readonly EnumNames<CueKind> Kinds = new();
    private static readonly EnumNames<Modality> Modalities = new();
    private static readonly EnumNames<CueForce> Forces = new();
    private static readonly EnumNames<CueFrames> Frames = new();

    // Open addressing by the hash that the text has of every word; a hash of 0 is a free place.
    private readonly uint[] hashes;
    private readonly string[] forms;
    private readonly CueWord[] words;

    private readonly HashFilter filter = new(FilterWords);

    private CueLexicon(IReadOnlyList<CueEntry> entries)
    {
        Entries = entries;
        var verbs = ByForm(entries.Where(e => e.Kind == CueKind.Verb), VerbForms.Default.Of);
        var nouns = ByForm(entries.Where(e => e.Kind == CueKind.Noun), NounForms);
        var phrases = ByFirstForm(entries.Where(e => e.Kind is not (CueKind.Verb or CueKind.Noun)));
        var all = new WordSet(verbs.Words.Concat(nouns.Words).Concat(phrases.Words), ignoresCase: true).Words;
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * all.Count));
        (hashes, forms, words) = (new uint[places], new string[places], new CueWord[places]);
        foreach (var form in all)
        {
            verbs.TryGetValue(form, out var verb);
            nouns.TryGetValue(form, out var noun);
            phrases.TryGetValue(form, out var longer);
            Add(form, new CueWord(verb, noun, longer ?? []));
        }
    }

    public static CueLexicon Default { get; } = new([.. LexiconFile.Lines(Resource).Select(Parse)]);

    public IReadOnlyList<CueEntry> Entries { get; }

    /// <summary>Whether a word with this <see cref="FormHash"/> can begin a cue: most words need not be looked at any closer.</summary>
    public bool MayBegin(uint hash) => filter.MayHold(hash);

    /// <summary>What a word can begin; <paramref name="hash"/> is its <see cref="FormHash"/>.</summary>
    public CueWord Find(uint hash, ReadOnlySpan<char> form)
    {
        for (var place = Place(hash); hashes[place] != 0; place = (place + 1) & (hashes.Length - 1))
        {
            if (hashes[place] == hash && form.Equals(forms[place], StringComparison.OrdinalIgnoreCase)) return words[place];
        }

        return CueWord.None;
    }

    private void Add(string form, CueWord word)
    {
        var hash = FormHash.Of(form);
        filter.Add(hash);
        var place = Place(hash);
        while (hashes[place] != 0) place = (place + 1) & (hashes.Length - 1);
        (hashes[place], forms[place], words[place]) = (hash, form, word);
    }

    private int Place(uint hash) => (int)(hash ^ (hash >> 15)) & (hashes.Length - 1);

    /// <exception cref="InvalidDataException">A line does not have the form that the head of the file describes.</exception>
    public static CueEntry Parse(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != Columns) throw new InvalidDataException($"cue line has {cells.Length} cells instead of {Columns}: {line}");
        if (!Kinds.TryGetValue(cells[1], out var kind)) throw new InvalidDataException($"unknown kind of cue: {line}");
        if (!Modalities.TryGetValue(cells[2], out var modality)) throw new InvalidDataException($"unknown modality: {line}");
        if (!Forces.TryGetValue(cells[4], out var force)) throw new InvalidDataException($"unknown force: {line}");
        var frames = CueFrames.None;
        foreach (var name in cells[3].Split(','))
        {
            if (!Frames.TryGetValue(name, out var frame)) throw new InvalidDataException($"unknown frame {name}: {line}");
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

    private static IEnumerable<string> NounForms(string noun) => [noun, noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s"];
}
