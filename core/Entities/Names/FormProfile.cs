using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Names;

/// <summary>
/// In which company each capitalised word stands anywhere in the text: at the end of a longer name, after a given name, after a title,
/// before "Inc". A lone surname and a lone firm look alike; the rest of the text tells them apart (Ratinov and Roth 2009).
/// </summary>
[Flags]
internal enum FormCompany : uint
{
    None = 0,
    EndsLonger = 1,
    EndsAfterGiven = 2,
    StartsLonger = 4,
    AfterTitle = 8,
    InBodyName = 16,
    AfterPlacePreposition = 32,
    AfterThe = 64,
    BeforeVerb = 128,
    InBrackets = 256,
    InPlaceName = 512,
}

/// <summary>The <see cref="FormCompany"/> of every capitalised word of a text.</summary>
internal sealed class FormProfile
{
    private readonly NameDocument document;
    private readonly FormCompany[] companies;

    public FormProfile(NameDocument document)
    {
        this.document = document;
        companies = document.Text.Work.Rent<FormCompany>(document.FormCount);
        foreach (var sentence in document.Text.Sentences)
        {
            for (var i = document.NextCapital(sentence.FirstToken); i < sentence.EndToken; i = document.NextCapital(i + 1))
                companies[document.FormNumber(i)] |= Company(sentence.FirstToken, sentence.EndToken, i);
        }
    }

    /// <summary>Of a token that starts with a capital.</summary>
    public FormCompany Of(int token) => companies[document.FormNumber(token)];

    private FormCompany Company(int first, int end, int i)
    {
        var lexicon = document.Lexicon;
        int runFirst = document.RunFirst[i], runEnd = document.RunEnd[i];
        var company = FormCompany.None;
        if (runEnd - runFirst > 1)
        {
            if (i == runEnd - 1) company |= FormCompany.EndsLonger;
            if (i == runEnd - 1 && (lexicon.Word(i - 1) & WordClass.Given) != 0) company |= FormCompany.EndsAfterGiven;
            if (i == runFirst) company |= FormCompany.StartsLonger;
            if ((lexicon.Word(runEnd - 1) & (WordClass.OrgSuffix | WordClass.OrgHead)) != 0) company |= FormCompany.InBodyName;
            if ((lexicon.Word(runEnd - 1) & WordClass.LocHead) != 0) company |= FormCompany.InPlaceName;
        }

        if (i > first && (lexicon.Word(i - 1) & (WordClass.Honorific | WordClass.RoleHead)) != 0) company |= FormCompany.AfterTitle;
        if (runFirst > first && i == runFirst)
        {
            var before = document.Text.Form(runFirst - 1);
            if (before is "in" or "near" or "across") company |= FormCompany.AfterPlacePreposition;
            if (before is "the" or "The") company |= FormCompany.AfterThe;
            if (before is "(") company |= FormCompany.InBrackets;
        }

        if (runEnd < end && i == runEnd - 1 && document.Text.Tokens[runEnd].Upos is Language.Upos.Verb) company |= FormCompany.BeforeVerb;
        return company;
    }
}
