using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Resolves "the German chancellor", "the prime minister", "the company" by the role graph and by salience.</summary>
internal sealed class NominalResolver(EntityText text, Discourse discourse, RoleFinder roles)
{
    public const string RoleRule = "role-nominal";
    public const string SalientRoleRule = "role-of-most-salient";
    public const string OrganizationRule = "organization-nominal";
    public const string UnnamedRule = "unnamed-nominal";

    private const int SalientSentences = 2;
    private const int OrganizationSentences = 5;

    /// <summary>Nouns of which the body's own name holds the word: "the ministry" is the Foreign Ministry, never Acme.</summary>
    private static readonly HashSet<string> NamedBySelf = new(StringComparer.OrdinalIgnoreCase)
    {
        "ministry", "department", "bureau", "office", "commission", "committee", "council", "board", "court", "tribunal", "parliament", "congress",
        "senate", "assembly", "chamber", "legislature", "army", "navy", "military", "police", "university", "college", "school", "hospital", "church",
        "government", "administration", "regime", "cabinet", "junta", "party", "federation", "confederation", "union", "league", "institute", "institution", "foundation", "trust", "fund",
    };

    /// <summary>The mention of a role phrase, linked to its holder, or to an unnamed person of its own.</summary>
    public MentionDraft? Role(RolePhrase phrase)
    {
        var definite = phrase.Determiner >= 0 && text.Is(phrase.Determiner, "the");
        // "an American official": somebody new, whoever else is one.
        var indefinite = phrase.Determiner >= 0 && (text.Is(phrase.Determiner, "a") || text.Is(phrase.Determiner, "an")) && !IsPredicate(phrase.Determiner);
        var plural = text.Penn(phrase.Head) is PennTag.Nns or PennTag.Nnps;
        var of = roles.Of(phrase);
        var holder = plural || !definite && of is null ? null : Holder(phrase, of);
        if (indefinite && holder is not null && !IsOfHeadline(holder, phrase.First)) holder = null;
        var rule = RoleRule;
        if (holder is null && definite && !plural && !text.Has(phrase.Head, WordClass.Kin))
        {
            (holder, rule) = (Salient(phrase), SalientRoleRule);
        }

        var first = phrase.FirstWithDeterminer;
        if (holder is not null)
        {
            var span = new TextSpan(text.StartOf(first), text.EndOf(phrase.End - 1));
            holder.Add(new Role(phrase.Title, of, span));
            return Link(holder, first, phrase.End, rule, OfAfter(phrase));
        }

        if (phrase.Determiner < 0 && !plural && of is null) return null;
        var unnamed = text.NewCluster(text.Surface(phrase.First, phrase.End), EntityType.UnnamedSource);
        (unnamed.IsPlural, unnamed.Gender) = (plural, plural ? Gender.Unknown : RoleFinder.GenderOfRole(phrase.Title));
        unnamed.Add(new Role(phrase.Title, of, new TextSpan(text.StartOf(first), text.EndOf(phrase.End - 1))));
        return Link(unnamed, first, phrase.End, UnnamedRule, OfAfter(phrase));
    }

    /// <summary>"Harbour café owner wins prize", and in the story "A café owner": somebody of whom only the headline has spoken yet.</summary>
    private bool IsOfHeadline(Cluster cluster, int token) =>
        cluster.Type == EntityType.UnnamedSource && BlockOf(token) > 0 && cluster.Mentions.TrueForAll(m => BlockOf(m.First) == 0 && text.Penn(m.First) is not (PennTag.Dt or PennTag.PrpPoss));

    private int BlockOf(int token) => text.Sentence(token).Block;

    /// <summary>"who is a pastor", "described as an admiral": somebody is said to be one.</summary>
    private bool IsPredicate(int determiner) =>
        determiner > 0 && (text.Text.Tokens[determiner - 1].Upos == Upos.Aux || text.Form(determiner - 1) is "as" or "become" or "became" or "becomes" or "becoming" or "remains" or "remained");

    /// <summary>"the alliance", "the company", "the Roth administration": linked to a body named before, or a body known by this description only.</summary>
    public MentionDraft Organization(int determiner, int noun)
    {
        var word = text.Surface(noun, noun + 1);
        var name = text.Surface(determiner + 1, noun + 1);
        var sentence = text.SentenceOf(noun);
        if (text.NameAt(noun - 1) >= 0)
        {
            var same = discourse.MostRecent(determiner, name, static (c, name) => c.IsLocal && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? Fit.Good : Fit.No);
            return Link(same ?? Local(name), determiner, noun + 1, OrganizationRule);
        }

        var own = discourse.MostRecent(determiner, word, static (c, word) => c.Type == EntityType.Organization && c.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ? Fit.Good : Fit.No);
        if (own is null && !NamedBySelf.Contains(word))
        {
            own = discourse.MostSalient(determiner, (text, sentence), static (m, of) =>
                m.Cluster!.Type == EntityType.Organization && of.sentence - of.text.SentenceOf(m.First) <= OrganizationSentences);
        }

        return Link(own ?? Local(name), determiner, noun + 1, OrganizationRule);
    }

    private Cluster Local(string name)
    {
        var cluster = text.NewCluster(name, EntityType.Organization);
        cluster.IsLocal = true;
        return cluster;
    }

    private Cluster? Holder(RolePhrase phrase, string? of) =>
        discourse.MostRecent(phrase.First, new Office(phrase.Title, of), Holds);

    private static Fit Holds(Cluster cluster, Office wanted)
    {
        var fit = Fit.No;
        foreach (var known in cluster.Offices)
        {
            if (wanted is { Title: "leader", Of: not null } && known.Of == wanted.Of && Titles.IsLeader(known.Title)) return Fit.Good;
            if (!Titles.Match(known.Normal, wanted.Normal)) continue;
            if (wanted.Of is null || known.Of == wanted.Of) return Fit.Good;
            if (known.Of is null) fit = Fit.Fair;
        }

        return fit;
    }

    /// <summary>
    /// The person just spoken of, when nothing is known of what he or she does. Of two such persons neither holds the office; nor does
    /// somebody whose age is given, as it is of bystanders.
    /// </summary>
    private Cluster? Salient(RolePhrase phrase)
    {
        var sentence = text.SentenceOf(phrase.First);
        var gender = RoleFinder.GenderOfRole(phrase.Title);
        var isOffice = text.Has(phrase.Head, WordClass.Office);
        // "Ada Roth said the minister had left": of herself she would say "she".
        var subject = discourse.SubjectBefore(phrase.First);
        Cluster? only = null;
        var isOnly = true;
        var salient = discourse.MostSalient(phrase.First, 0, (m, _) =>
        {
            var cluster = m.Cluster!;
            if (cluster.Type != EntityType.Person || cluster.Roles.Count > 0 || sentence - text.SentenceOf(m.First) > SalientSentences) return false;
            if (gender != Gender.Unknown && cluster.Gender != Gender.Unknown && cluster.Gender != gender) return false;
            if (isOffice && IsAgeGiven(cluster)) return false;
            if (cluster == subject) return false;
            isOnly &= only is null || only == cluster;
            only ??= cluster;
            return true;
        });
        return isOffice && !isOnly ? null : salient;
    }

    /// <summary>"Ada Roth, 45,".</summary>
    private bool IsAgeGiven(Cluster cluster)
    {
        var first = cluster.Mentions[0];
        return first.End + 1 < text.Count && text.Is(first.End, ",") && text.Form(first.End + 1) is [>= '1' and <= '9', >= '0' and <= '9'];
    }

    private static int OfAfter(RolePhrase phrase) => phrase.OfFirst > phrase.Head ? phrase.OfFirst : -1;

    private MentionDraft Link(Cluster cluster, int first, int end, string rule, int holder = -1)
    {
        var draft = text.NewMention(first, end, MentionKind.Nominal, rule, holder);
        draft.IsSubject = SubjectFinder.IsSubject(text, draft);
        cluster.Add(draft);
        return draft;
    }
}
