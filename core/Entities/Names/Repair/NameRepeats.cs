using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>A name seen once is a name wherever it stands.</summary>
internal sealed class NameRepeats(NameDocument document)
{
    private const int LongestRepeat = 6;

    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    // What was seen of the beginnings of names, by their numbers.
    private readonly KeyNumbers beginnings = new(document.Text.Work);
    private Seen[] known = [];

    /// <summary>Adds names and returns which tokens belong to one, in an array that may be longer than the text.</summary>
    public bool[] AddRepeats(List<NameSpan> names)
    {
        var taken = text.Work.Rent<bool>(text.Tokens.Length);
        foreach (var name in names) taken.AsSpan(name.First, name.Length).Fill(true);
        known = text.Work.Rent<Seen>(taken.AsSpan(0, text.Tokens.Length).Count(true));
        foreach (var name in names) Learn(name);

        foreach (var sentence in text.Sentences)
        {
            for (var i = document.NextCapital(sentence.FirstToken); i < sentence.EndToken; i = document.NextCapital(i + 1))
            {
                if (taken[i] || Longest(i, sentence.EndToken, taken) is not { } repeat) continue;
                names.Add(repeat);
                taken.AsSpan(i, repeat.Length).Fill(true);
            }
        }

        AddSurnames(names, taken);
        return taken;
    }

    private void Learn(NameSpan name)
    {
        var key = NameKey.Seed;
        for (var i = name.First; i < name.End; i++)
        {
            key = NameKey.Add(key, text.Form(i));
            ref var seen = ref known[beginnings.Add(key)];
            seen = i + 1 < name.End ? seen with { GoesOn = true } : seen with { Type = name.Type, Count = seen.Count + 1 };
        }
    }

    private NameSpan? Longest(int first, int limit, bool[] taken)
    {
        NameSpan? longest = null;
        var key = NameKey.Seed;
        for (var end = first + 1; end <= Math.Min(limit, first + LongestRepeat) && !taken[end - 1]; end++)
        {
            key = NameKey.Add(key, text.Form(end - 1));
            if (beginnings.Find(key) is not (>= 0 and var number)) break;
            var seen = known[number];
            if (seen.Count > 0 && IsSure(first, end, seen.Count)) longest = new NameSpan(first, end, seen.Type);
            if (!seen.GoesOn) break;
        }

        return longest;
    }

    /// <summary>The last word of a person's full name is that person wherever it stands, an initial before it included.</summary>
    private void AddSurnames(List<NameSpan> names, bool[] taken)
    {
        var surnames = new FormSet(document);
        foreach (var name in names)
        {
            if (name.Type == NameType.Person && name.Length > 1) surnames.Add(name.End - 1);
        }

        for (var i = document.NextCapital(0); i < text.Tokens.Length; i = document.NextCapital(i + 1))
        {
            if (taken[i] || text.Form(i).Length < 3 || !surnames.Contains(i)) continue;
            if ((document.Case.Of(i) & 1) != 0 || IsLooseCapital(i + 1) || GoesOn(i) || (lexicon.Word(i) & WordClass.Calendar) != 0) continue;
            var first = i;
            while (first > 0 && !taken[first - 1] && document.IsInitial(first - 1) && text.SentenceOf(first - 1) == text.SentenceOf(i)) first--;
            if (first == i && IsLooseCapital(i - 1)) continue;
            names.Add(new NameSpan(first, i + 1, NameType.Person));
            taken.AsSpan(first, i + 1 - first).Fill(true);
        }
    }

    /// <summary>"Omar bin Roth": a longer name of its own.</summary>
    private bool GoesOn(int token) =>
        token + 2 < text.Tokens.Length && NobleParticles.Contains(text.Form(token + 1)) && document.StartsUpper(token + 2);

    /// <summary>One word must be a name more often than not, and must not be part of a longer run of capitals that is none.</summary>
    private bool IsSure(int first, int end, int count)
    {
        if (end - first > 1) return true;
        return (count >= 2 || IsAcronym(first) || (lexicon.Phrase(first) & WordClass.Name) != 0) && !IsLooseCapital(first - 1) && !IsLooseCapital(end)
            && (document.Case.Of(first) & 1) == 0
            && (lexicon.Word(first) & WordClass.Calendar) == 0;
    }

    /// <summary>"MW" after a number is a unit.</summary>
    private bool IsAcronym(int token) => document.IsAllCapital(token) && !EntityLexicon.Default.GenericNouns.IsAlone(text.Form(token))
        && (token == 0 || !char.IsAsciiDigit(text.Form(token - 1)[0]));

    private bool IsLooseCapital(int token) =>
        token >= 0 && token < text.Tokens.Length && document.StartsUpper(token) && text.Tokens[token].Upos == Upos.Propn
        && (lexicon.Word(token) & (WordClass.Honorific | WordClass.RoleHead)) == 0;

    /// <summary>What words are known as: the type of the name that they are, how often they are it, and whether a longer one begins with them.</summary>
    private readonly record struct Seen(NameType Type, int Count, bool GoesOn);
}
