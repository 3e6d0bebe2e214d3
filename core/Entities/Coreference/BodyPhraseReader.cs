using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Reads the description of a state's body around its noun: fields and the state to the left, "in Oslo" or "of Norway" to the right.</summary>
internal static class BodyPhraseReader
{
    private const int MostFields = 4;

    /// <summary>The phrase whose noun is <paramref name="head"/>; null when it is no such noun, or says neither field nor state.</summary>
    public static BodyPhrase? Read(EntityText text, int head)
    {
        if (text.NameAt(head) >= 0) return null;
        var pair = Pair(text, head);
        if ((pair ?? text.Lexicon.StateBodies.KindOf(text.Form(head), text.Text.Look(head), text.Word(head) != WordClass.None)) is not { } kind) return null;
        // The tag of a misspelt word means little.
        if (pair is null && text.Word(head) != WordClass.None && text.Penn(head) is not (PennTag.Nn or PennTag.Nnp)) return null;
        var sentence = text.Sentence(head);
        var fields = new List<string>();
        var first = pair is null ? head : head - 1;
        while (first > sentence.FirstToken && fields.Count < MostFields && IsField(text, first - 1))
        {
            first--;
            if (text.Form(first) is not ("and" or "&" or "-")) fields.Add(text.Lexicon.StateBodies.Spelling(Fold.Text(text.Form(first))));
        }

        var country = StateBefore(text, sentence.FirstToken, ref first);
        var end = head + 1;
        if (country is null) country = StateAfter(text, sentence.EndToken, kind, ref end);
        if (country is null && fields.Count == 0) return null;
        var nameFirst = first;
        if (first > sentence.FirstToken && text.Penn(first - 1) is PennTag.Dt or PennTag.PrpPoss) first--;
        // "Foreign affairs ministry" and "foreign ministry" are one.
        if (fields.Count > 1) fields.Remove("affairs");
        fields.Sort(StringComparer.Ordinal);
        return new BodyPhrase(first, nameFirst, end, kind, fields, country);
    }

    /// <summary>Whether the token ends "air force", "coast guard" and the like.</summary>
    public static bool IsPair(EntityText text, int token) => Pair(text, token) is not null;

    private static string? Pair(EntityText text, int head) =>
        text.Penn(head) is PennTag.Nn or PennTag.Nns or PennTag.Nnp && head > text.Sentence(head).FirstToken && text.NameAt(head - 1) < 0
            ? text.Lexicon.StateBodies.KindOf(text.Form(head - 1), text.Form(head))
            : null;

    private static bool IsField(EntityText text, int token)
    {
        if (text.NameAt(token) >= 0) return false;
        var form = text.Form(token);
        if (form is "and" or "&" or "-") return token > 0 && text.NameAt(token - 1) < 0 && IsField(text, token - 1);
        return char.IsLetter(form[0]) && text.Lexicon.GenericNouns.IsFieldOf(form);
    }

    private static string? StateBefore(EntityText text, int sentenceFirst, ref int first)
    {
        var last = first - 1;
        if (last < sentenceFirst) return null;
        if (text.IsPossessiveMark(last)) last--;
        if (last < sentenceFirst || text.NameAt(last) < 0) return null;
        var name = text.Names[text.NameAt(last)];
        var surface = text.Surface(name.First, name.End);
        var country = name.Type == NameType.Place ? text.Lexicon.CountryOfSeat(surface) ?? text.Lexicon.Country(surface) : text.Lexicon.PlaceOfDemonym(surface);
        if (country is not null) first = name.First;
        return country;
    }

    /// <summary>"in Oslo" says which state, unless it is where an embassy stands.</summary>
    private static string? StateAfter(EntityText text, int sentenceEnd, string kind, ref int end)
    {
        if (end + 1 >= sentenceEnd || kind == "embassy" || !(text.Is(end, "in") || text.Is(end, "of"))) return null;
        var at = text.Is(end + 1, "the") ? end + 2 : end + 1;
        if (at >= sentenceEnd || text.NameAt(at) < 0 || text.Names[text.NameAt(at)] is not { Type: NameType.Place } name) return null;
        var surface = text.Surface(name.First, name.End);
        var country = (text.Is(end, "in") ? text.Lexicon.CountryOfSeat(surface) : null) ?? text.Lexicon.Country(surface);
        if (country is not null) end = name.End;
        return country;
    }
}
