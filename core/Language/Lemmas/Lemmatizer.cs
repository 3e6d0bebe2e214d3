using NewsIngest.Language.Tokens;
using NewsIngest.Lookup;

namespace NewsIngest.Language.Lemmas;

/// <summary>
/// The dictionary form of an English word, given its tag: tables for irregular words, rules for the rest (after Minnen et al. 2001).
/// Lower case always. Safe for concurrent use.
/// </summary>
internal static class Lemmatizer
{
    private const int LongestWord = 64;

    private static readonly Table Verbs = Irregular("irregular-verbs.txt");
    private static readonly Table Nouns = Irregular("irregular-nouns.txt");
    private static readonly Table Adjectives = Irregular("irregular-adjectives.txt");
    private static readonly Table FunctionWords = Single("function-word-lemmas.txt");
    private static readonly StringPool Pool = new();

    public static string Lemma(ReadOnlySpan<char> form, PennTag tag, Upos upos)
    {
        if (form.Length > LongestWord) return form.ToString().ToLowerInvariant();
        Span<char> word = stackalloc char[LongestWord + 2];
        for (var i = 0; i < form.Length; i++) word[i] = CharClass.IsApostrophe(form[i]) ? '\'' : char.ToLowerInvariant(form[i]);
        word = word[..(form.Length + 2)];
        var length = form.Length;
        if (tag is PennTag.Prp && form.Length == 3 && word.StartsWith("her")) return "she";
        return tag switch
        {
            PennTag.Vb or PennTag.Vbp or PennTag.Vbd or PennTag.Vbg or PennTag.Vbn or PennTag.Vbz or PennTag.Md => Verb(word, length, tag, upos),
            PennTag.Nns or PennTag.Nnps => Nouns.Find(word[..length]) ?? Pool.Get(word[..Plural(word, length)]),
            PennTag.Jjr or PennTag.Jjs or PennTag.Rbr or PennTag.Rbs => Adjectives.Find(word[..length]) ?? Pool.Get(word[..Degree(word, length)]),
            _ when upos is Upos.Pron or Upos.Det or Upos.Part or Upos.Aux or Upos.Verb => FunctionWords.Find(word[..length]) ?? Pool.Get(word[..length]),
            _ => Pool.Get(word[..length]),
        };
    }

    private static string Verb(Span<char> word, int length, PennTag tag, Upos upos)
    {
        var form = word[..length];
        if (form is "'s") return upos is Upos.Aux or Upos.Verb && tag is PennTag.Vbz ? "be" : "'s";
        if (form is "'d") return tag is PennTag.Md ? "would" : "have";
        if (tag is PennTag.Vb or PennTag.Vbp && !Ends(form, "'m") && form is not ("am" or "are" or "'re" or "'ve"))
            return FunctionWords.Find(form) ?? Pool.Get(form);
        // Modals other than will, can, shall keep their form: "would" is its own lemma in the treebanks.
        if (tag is PennTag.Md) return form is "ca" ? "can" : form is "wo" or "'ll" ? "will" : form is "sha" ? "shall" : Pool.Get(form);
        return Verbs.Find(form) ?? Pool.Get(word[..VerbStem(word, length, tag)]);
    }

    /// <summary>Rewrites the word in place and returns the length of its base form.</summary>
    private static int VerbStem(Span<char> word, int length, PennTag tag)
    {
        var form = word[..length];
        if (tag is PennTag.Vbz) return ThirdPerson(word, length);
        if (length > 4 && tag is PennTag.Vbg && Ends(form, "ing")) return Repair(word, length - 3);
        if (length > 3 && tag is PennTag.Vbg && Ends(form, "in'")) return Repair(word, length - 3);
        if (length < 4 || tag is not (PennTag.Vbd or PennTag.Vbn)) return length;
        if (Ends(form, "ied")) return EndWithY(word, length - 3);
        if (Ends(form, "eed")) return length - 1;
        return Ends(form, "ed") ? Repair(word, length - 2) : length;
    }

    private static int ThirdPerson(Span<char> word, int length)
    {
        var form = word[..length];
        if (length < 3 || form[^1] != 's' || form[^2] is 's' or '\'') return length;
        if (Ends(form, "ies") && length > 4) return EndWithY(word, length - 3);
        return Ends(form, "sses") || Ends(form, "shes") || Ends(form, "ches") || Ends(form, "xes") || Ends(form, "zzes") || Ends(form, "oes")
            ? length - 2
            : length - 1;
    }

    private static int Plural(Span<char> word, int length)
    {
        var form = word[..length];
        if (length < 3) return length;
        if (Ends(form, "men"))
        {
            word[length - 2] = 'a';
            return length;
        }

        if (form[^1] != 's' || form[^2] is 's' or '\'' || char.IsAsciiDigit(form[0])) return length;
        if (Ends(form, "ies") && length > 4) return EndWithY(word, length - 3);
        if (Ends(form, "sses") || Ends(form, "shes") || Ends(form, "ches") || Ends(form, "xes") || Ends(form, "zzes") || Ends(form, "oes"))
            return length - 2;
        // Viruses, campuses, bonuses; but houses and causes stand in the table.
        return length > 6 && Ends(form, "uses") && !Ends(form, "ouses") ? length - 2 : length - 1;
    }

    private static int Degree(Span<char> word, int length)
    {
        var form = word[..length];
        var ending = Ends(form, "er") ? 2 : Ends(form, "est") ? 3 : 0;
        if (ending == 0 || length - ending < 3) return length;
        length -= ending;
        if (word[length - 1] == 'i')
        {
            word[length - 1] = 'y';
            return length;
        }

        return word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'f' or 'e') ? length - 1 : length;
    }

    private static int EndWithY(Span<char> word, int length)
    {
        word[length] = 'y';
        return length + 1;
    }

    private static int Repair(Span<char> word, int length)
    {
        switch (StemEndings.RepairOf(word[..length]))
        {
            case StemRepair.AddE:
                word[length] = 'e';
                return length + 1;
            case StemRepair.DropDoubled:
                return length - 1;
            default:
                return length;
        }
    }

    private static bool Ends(ReadOnlySpan<char> form, string ending) => form.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>A lemma and its forms on each line.</summary>
    private static Table Irregular(string file)
    {
        var table = new Table();
        foreach (var fields in LanguageData.Lines(file))
        {
            foreach (var form in fields.AsSpan(1)) table.Add(form, fields[0]);
        }

        return table;
    }

    /// <summary>A form and its lemma on each line.</summary>
    private static Table Single(string file)
    {
        var table = new Table();
        foreach (var fields in LanguageData.Lines(file)) table.Add(fields[0], fields[1]);
        return table;
    }

    private sealed class Table
    {
        private readonly WordTable<string> lemmas = new(ignoresCase: false);

        public void Add(string form, string lemma) => lemmas[form] = lemma;

        public string? Find(ReadOnlySpan<char> form) => lemmas.TryGetValue(form, out var lemma) ? lemma : null;
    }
}
