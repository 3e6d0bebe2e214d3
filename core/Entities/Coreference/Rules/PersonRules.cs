namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>The rules for persons, most certain first (the sieves of Lee et al. 2011, narrowed to names).</summary>
internal static class PersonRules
{
    public static IReadOnlyList<NameRule> All { get; } =
    [
        new PersonRule("middle-name", (a, b, _) => a.IsFull && b.IsFull && a.Given == b.Given && a.Last == b.Last),
        new PersonRule("initials", (a, b, _) => a.IsFull && b.IsFull && a.Last == b.Last && IsInitialOf(a.Given, b.Given)),
        new PersonRule("nickname", (a, b, context) =>
            a.IsFull && b.IsFull && a.Last == b.Last && context.Lexicon.Nicknames.AreForms(a.Given, b.Given)),
        new PersonRule("name-order", (a, b, _) => a.IsSwapped(b)),
        new PersonRule("surname", (a, b, _) => b.IsFull && a.EndsIn(b)),
        new PersonRule("part-of-name", (a, b, _) => a.IsFull && b.IsFull && (a.Begins(b) || b.Begins(a) || b.EndsIn(a))),
        new PersonRule("first-name", (a, b, _) => b.IsFull && a.Words.Count == 1 && a.Begins(b)),
        new PersonRule("short-first-name", (a, b, context) =>
            b.IsFull && a.Words.Count == 1 && context.Lexicon.Nicknames.AreForms(a.Given, b.Given)),
        new PersonRule("inner-name", (a, b, _) => b.Words.Count > 2 && a.Words.Count == 1 && b.Words.Contains(a.Given)),
    ];

    private static bool IsInitialOf(string a, string b) => a.Length > 0 && b.Length > 0 && (a.Length == 1 || b.Length == 1) && a[0] == b[0];

    private sealed class PersonRule(string id, Func<PersonName, PersonName, NameContext, bool> matches) : NameRule(id, EntityType.Person)
    {
        public override bool Links(NameMention mention, Cluster cluster, NameContext context)
        {
            foreach (var name in cluster.Names)
            {
                if (matches(mention.Form.Person, name.Form.Person, context) && !mention.Form.Person.ContradictsSuffix(name.Form.Person)) return true;
            }

            return false;
        }
    }
}
