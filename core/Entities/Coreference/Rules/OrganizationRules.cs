using NewsIngest.Entities.Lexicon;

namespace NewsIngest.Entities.Coreference.Rules;

/// <summary>The rules for organisations: acronyms, dropped legal forms, dropped first or last words.</summary>
internal static class OrganizationRules
{
    public static IReadOnlyList<NameRule> All { get; } = [new AcronymRule(), new LegalFormRule(), new ShortFormRule()];

    /// <summary>"WHO" and "World Health Organization", whichever comes first.</summary>
    private sealed class AcronymRule() : NameRule("acronym", EntityType.Organization)
    {
        public override bool Links(NameMention mention, Cluster cluster, NameContext context)
        {
            foreach (var name in cluster.Names)
            {
                if (IsAcronymOf(mention.Surface, name.Surface) || IsAcronymOf(name.Surface, mention.Surface)) return true;
            }

            return false;
        }

        private static bool IsAcronymOf(string acronym, string full)
        {
            if (acronym.Contains(' ', StringComparison.Ordinal) || !full.Contains(' ', StringComparison.Ordinal)) return false;
            var letters = Fold.Text(acronym);
            if (letters.Length is < 2 or > 8) return false;
            if (Capitals(acronym) < 2) return false;
            return Initials.Of(full, capitalsOnly: true) == letters || Initials.Of(full, capitalsOnly: false) == letters;
        }

        private static int Capitals(string name)
        {
            var capitals = 0;
            foreach (var c in name)
            {
                if (char.IsUpper(c)) capitals++;
            }

            return capitals;
        }
    }

    /// <summary>"Acme" and "Acme Inc".</summary>
    private sealed class LegalFormRule() : NameRule("legal-form", EntityType.Organization)
    {
        public override bool Links(NameMention mention, Cluster cluster, NameContext context)
        {
            var core = mention.Form.Core;
            if (core.Length == 0) return false;
            foreach (var name in cluster.Names)
            {
                if (name.Form.Core == core) return true;
            }

            return false;
        }
    }

    /// <summary>"Foreign Ministry" for "Ruritanian Foreign Ministry", "Goldman" for "Goldman Sachs": the start or end of the longer name.</summary>
    private sealed class ShortFormRule() : NameRule("short-form", EntityType.Organization)
    {
        public override bool Links(NameMention mention, Cluster cluster, NameContext context)
        {
            foreach (var name in cluster.Names)
            {
                if (IsShortOf(mention.Surface, name.Surface, context) || IsShortOf(name.Surface, mention.Surface, context)) return true;
            }

            return false;
        }

        private static bool IsShortOf(string shorter, string longer, NameContext context)
        {
            if (shorter.Length >= longer.Length) return false;
            var isEnd = longer.EndsWith(shorter, StringComparison.OrdinalIgnoreCase) && longer[^(shorter.Length + 1)] == ' ';
            var isStart = longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && longer[shorter.Length] == ' ';
            if (!isEnd && !isStart) return false;
            var classes = context.Lexicon.Words.Find(shorter);
            // A place, person or nation that lends its name to a body is not that body.
            const WordClass otherThings = WordClass.Country | WordClass.Place | WordClass.Demonym | WordClass.Group | WordClass.Given | WordClass.OrgModifier;
            return isEnd || (classes & otherThings) == 0;
        }
    }
}
