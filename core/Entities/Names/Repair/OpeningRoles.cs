using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Names.Repair;

/// <summary>
/// "Skipper Ada Roth said", "Drugmaker Harbour said": at the start of a sentence the capital of a role or kind of body says nothing, and
/// the name begins after it.
/// </summary>
internal sealed class OpeningRoles(NameDocument document)
{
    private const int ShortestName = 2;
    private const int LongestName = 3;
    private const WordClass PersonNames = WordClass.Given | WordClass.Surname;

    private readonly AnnotatedText text = document.Text;
    private readonly LexiconMatches lexicon = document.Lexicon;

    public void Split(List<NameSpan> names)
    {
        var bodies = new HashSet<ulong>();
        foreach (var sentence in text.Sentences)
        {
            var role = sentence.FirstToken;
            if (document.IsTitleCase(role)) continue;
            var end = document.RunEnd[role];
            if (IsKindOfBody(role) && end < sentence.EndToken)
            {
                Replace(names, role, new NameSpan(role + 1, end, NameType.Organization));
                bodies.Add(NameKey.Of(text, role + 1, end));
                continue;
            }

            if (!IsRole(role) || end - role - 1 is < ShortestName or > LongestName || end >= sentence.EndToken || !IsPerson(role + 1, end)) continue;
            var at = names.FindIndex(n => n.End > role);
            if (at >= 0 && names[at].First < end && !(names[at].Type == NameType.Person || names[at].First > role)) continue;
            Replace(names, role, new NameSpan(role + 1, end, NameType.Person));
        }

        for (var i = 0; bodies.Count > 0 && i < names.Count; i++)
        {
            if (bodies.Contains(NameKey.Of(text, names[i].First, names[i].End))) names[i] = names[i] with { Type = NameType.Organization };
        }
    }

    private static void Replace(List<NameSpan> names, int role, NameSpan name)
    {
        var at = names.FindIndex(n => n.End > role);
        names.RemoveAll(n => n.First < name.End && n.End > role);
        names.Insert(at < 0 ? names.Count : at, name);
    }

    private bool IsRole(int token) =>
        (lexicon.Word(token) & WordClass.RoleHead) != 0 && (lexicon.Word(token) & (PersonNames | WordClass.Honorific | WordClass.Group)) == 0 && document.RunFirst[token] == token;

    /// <summary>A kind of body that no name begins with, before a name: "Drugmaker", but not "Bank".</summary>
    private bool IsKindOfBody(int token) =>
        document.RunEnd[token] > token + 1 && (lexicon.Word(token) & ~WordClass.RoleHead) == WordClass.OrgNominal && text.Form(token) is [.., 'r'] or [.., 'n', 'e'] or [.., 'd', 'o', 'g'];

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
