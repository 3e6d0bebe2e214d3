using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>Adds names that the lexicon knows and the tagger left out: nations and their people, known bodies, events of several words.</summary>
internal sealed class KnownNames(NameDocument document, NameSieve sieve)
{
    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Add(List<NameSpan> names, bool[] taken)
    {
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i += Math.Max(1, lexicon.PhraseLength(i)))
            {
                var length = lexicon.PhraseLength(i);
                if (length == 0 || taken.AsSpan(i, length).Contains(true) || sieve.IsAmount(i, i + length) || TypeOf(i, length, sentence) is not { } type) continue;
                names.Add(new NameSpan(i, i + length, type));
                taken.AsSpan(i, length).Fill(true);
            }
        }
    }

    private NameType? TypeOf(int first, int length, Sentence sentence)
    {
        var phrase = lexicon.Phrase(first);
        var standsAlone = document.RunFirst[first] == first && document.RunEnd[first] == first + length;
        var isProper = text.Tokens[first].Upos == Upos.Propn;
        if ((phrase & WordClass.Demonym) != 0 && document.StartsUpper(first)) return NameType.Other;
        if ((phrase & WordClass.Country) != 0 && (isProper || IsAcronym(first, sentence))) return NameType.Place;
        if ((phrase & WordClass.Place) != 0 && isProper && IsBeforeOffice(first, length)) return NameType.Place;
        // Whatever the tagger makes of it ("Beijing" looks like a verb).
        if (length == 1 && first == sentence.FirstToken) return standsAlone && IsSeat(first) && text.Tokens[first + 1].Upos is Upos.Verb or Upos.Aux ? NameType.Place : null;
        if ((phrase & WordClass.Group) != 0 && document.StartsUpper(first) && (isProper || standsAlone)) return NameType.Other;
        if ((phrase & WordClass.Organization) != 0 && (length > 1 || (standsAlone && isProper))) return NameType.Organization;
        if ((phrase & WordClass.Thing) != 0 && length > 1) return NameType.Other;
        return (phrase & WordClass.Place) != 0 && standsAlone && isProper && (lexicon.Word(first) & (WordClass.Given | WordClass.Surname)) == 0 ? NameType.Place : null;
    }

    /// <summary>"Oslo Mayor Ada Roth".</summary>
    private bool IsBeforeOffice(int first, int length)
    {
        const WordClass people = WordClass.Given | WordClass.Surname;
        var office = first + length;
        return document.RunFirst[first] == first && office < document.RunEnd[first] && (lexicon.Word(first) & people) == 0
            && (lexicon.Word(office) & (WordClass.Office | people)) == WordClass.Office;
    }

    /// <summary>"US", which looks like a pronoun, where the words beside it are not in capitals too.</summary>
    private bool IsAcronym(int token, Sentence sentence) =>
        document.IsAllCapital(token)
        && (token + 1 == sentence.EndToken || char.IsLetter(text.Form(token + 1)[0]))
        && (token == sentence.FirstToken || !document.IsAllCapital(token - 1)) && (token + 1 == sentence.EndToken || !document.IsAllCapital(token + 1));

    /// <summary>A capital, which speaks at the start of many a sentence.</summary>
    private bool IsSeat(int token) =>
        (lexicon.Phrase(token) & WordClass.Place) != 0 && token + 1 < text.Tokens.Length && (lexicon.Word(token) & (WordClass.Given | WordClass.Surname)) == 0
        && EntityLexicon.Default.CountryOfSeat(text.Form(token)) is not null;
}
