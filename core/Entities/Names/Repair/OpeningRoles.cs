using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>"Skipper Ada Roth said": at the start of a sentence the capital of a role says nothing, and the person's name begins after it.</summary>
internal sealed class OpeningRoles(NameDocument document)
{
    private const int ShortestName = 2;
    private const int LongestName = 3;
    private const WordClass PersonNames = WordClass.Given | WordClass.Surname;

    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Split(List<NameSpan> names)
    {
        foreach (var sentence in text.Sentences)
        {
            var role = sentence.FirstToken;
            if (!IsRole(role) || document.IsTitleCase(role)) continue;
            var end = document.RunEnd[role];
            if (end - role - 1 is < ShortestName or > LongestName || end >= sentence.EndToken || !IsPerson(role + 1, end)) continue;
            var at = names.FindIndex(n => n.End > role);
            if (at >= 0 && names[at].First < end && !(names[at].Type == NameType.Person || names[at].First > role)) continue;
            names.RemoveAll(n => n.First < end && n.End > role);
            names.Insert(at < 0 ? names.Count : at, new NameSpan(role + 1, end, NameType.Person));
        }
    }

    private bool IsRole(int token) =>
        (lexicon.Word(token) & WordClass.RoleHead) != 0 && (lexicon.Word(token) & (PersonNames | WordClass.Honorific | WordClass.Group)) == 0 && document.RunFirst[token] == token;

    /// <summary>A given name and words that are nothing else.</summary>
    private bool IsPerson(int first, int end)
    {
        if ((lexicon.Word(first) & WordClass.Given) == 0) return false;
        for (var i = first; i < end; i++)
        {
            if (!char.IsUpper(text.Form(i)[0]) || (lexicon.Word(i) & ~PersonNames) != 0 && (lexicon.Word(i) & PersonNames) == 0 || document.IsAllCapital(i)) return false;
        }

        return true;
    }
}
