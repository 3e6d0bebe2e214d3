using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>
/// Adds names that only their surroundings give away: "spokeswoman Ada Roth", "Mr Roth", a given name with a capitalised word after it,
/// and a lone capitalised word before "committee", "group" and the like.
/// </summary>
internal sealed class LooseNames(NameDocument document)
{
    private const int LongestName = 4;

    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Add(List<NameSpan> names, bool[] taken)
    {
        foreach (var sentence in text.Sentences)
        {
            if (document.IsTitleCase(sentence.FirstToken)) continue;
            for (var i = document.NextCapital(sentence.FirstToken); i < sentence.EndToken; i = document.NextCapital(i + 1))
            {
                if (EndOfNobleName(i, sentence.EndToken) is var noble and > 0 && !taken.AsSpan(i, noble - i).Contains(true))
                {
                    names.Add(new NameSpan(i, noble, NameType.Person));
                    taken.AsSpan(i, noble - i).Fill(true);
                }

                var end = i;
                while (end < sentence.EndToken && end - i < LongestName && !taken[end] && IsLoose(end)) end++;
                if (end == i) continue;
                if (TypeOf(i, end, sentence) is { } type)
                {
                    names.Add(new NameSpan(i, end, type));
                    taken.AsSpan(i, end - i).Fill(true);
                }

                i = end - 1;
            }
        }
    }

    /// <summary>After a given name, particles and a capitalised word: "Ada von Roth"; 0 when it is none.</summary>
    private int EndOfNobleName(int first, int sentenceEnd)
    {
        if ((lexicon.Word(first) & WordClass.Given) == 0) return 0;
        var at = first + 1;
        while (at < sentenceEnd && NobleParticles.Contains(text.Form(at))) at++;
        return at > first + 1 && at < sentenceEnd && document.StartsUpper(at) ? at + 1 : 0;
    }

    private bool IsLoose(int token) =>
        document.StartsUpper(token) && (text.Tokens[token].Upos == Upos.Propn || document.IsAllCapital(token))
        && (lexicon.Word(token) & (WordClass.Calendar | WordClass.Honorific)) == 0;

    private NameType? TypeOf(int first, int end, Sentence sentence)
    {
        var length = end - first;
        var before = first > sentence.FirstToken ? first - 1 : -1;
        if (before >= 0 && (lexicon.Word(before) & WordClass.Honorific) != 0 && document.StartsUpper(before)) return NameType.Person;
        if (before >= 0 && length is 2 or 3 && (lexicon.Word(before) & WordClass.RoleHead) != 0 && text.Tokens[before].Upos is Upos.Noun) return NameType.Person;
        if (length is 2 or 3 && (lexicon.Word(first) & WordClass.Given) != 0 && (lexicon.Word(first + 1) & (WordClass.OrgHead | WordClass.LocHead | WordClass.ThingHead)) == 0) return NameType.Person;
        // "broadcaster MRTV": what kind of body it is, then its name.
        if (before >= 0 && IsBodyNoun(before, sentence.EndToken) && text.Tokens[before].Upos is Upos.Noun && (lexicon.Word(first) & (WordClass.RoleHead | WordClass.Given)) == 0 && (lexicon.Phrase(first) & WordClass.Name) == 0) return NameType.Organization;
        if (before < 0 || length > 2 || (document.Case.Of(first) & 1) != 0) return null;
        return IsBodyNoun(end, sentence.EndToken) || IsBodyNoun(end + 1, sentence.EndToken) && text.Tokens[end].Upos is Upos.Noun or Upos.Adj ? NameType.Organization : null;
    }

    private bool IsBodyNoun(int token, int end) => token < end && char.IsLower(text.Form(token)[0]) && (lexicon.Word(token) & WordClass.OrgNominal) != 0;
}
