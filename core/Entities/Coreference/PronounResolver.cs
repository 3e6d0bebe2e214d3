using NewsIngest.Entities.Lexicon;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Resolves he, she and who by gender, number and salience: subject before others, near before far.</summary>
internal sealed class PronounResolver(EntityText text, Discourse discourse)
{
    public const string PronounRule = "pronoun";
    public const string RelativeRule = "relative-pronoun";

    public MentionDraft? Resolve(int token)
    {
        if (GenderOf(text.Form(token)) is not { } gender) return IsRelative(token) ? Relative(token) : null;
        var quoted = text.IsQuoted(token);
        var cluster = discourse.MostSalient(token, (Resolver: this, text, token, gender, quoted), static (m, by) => IsSingularPerson(m.Cluster!) && Agrees(m.Cluster!, by.gender)
            && (!by.quoted || by.text.IsQuoted(m.First)) && !by.Resolver.IsSameClauseObject(by.token, m));
        if (cluster is null) return null;
        cluster.Gender = gender;
        return Link(cluster, token, PronounRule);
    }

    /// <summary>Who "they" or "it" can be as a speaker: the last group, body or country that acted.</summary>
    public Cluster? Group(int token, bool plural) => discourse.MostSalient(token, plural, static (m, plural) =>
        plural && m.Cluster!.IsPlural
        || m.Cluster!.Type is EntityType.Organization
        || !plural && m.Cluster!.Type is EntityType.Place && m.IsSubject);

    private MentionDraft? Relative(int token)
    {
        var before = text.Is(token - 1, ",") ? token - 1 : token;
        var cluster = discourse.MostSalient(token, before, static (m, before) => m.End == before && m.Cluster!.Type is EntityType.Person or EntityType.UnnamedSource);
        return cluster is null ? null : Link(cluster, token, RelativeRule);
    }

    private bool IsRelative(int token) => text.Is(token, "who") && text.Penn(token) is PennTag.Wp && token > 0;

    /// <summary>"Roth thanked him": him is not Roth.</summary>
    private bool IsSameClauseObject(int token, MentionDraft mention)
    {
        if (!text.Is(token, "him") && !(text.Is(token, "her") && text.Penn(token) == PennTag.Prp)) return false;
        if (!mention.IsSubject || text.SentenceOf(mention.First) != text.SentenceOf(token)) return false;
        for (var i = mention.End; i < token; i++)
        {
            if (text.Form(i) is "," or "that" or "and" or "as" or "when" or "if" or ";" or ":") return false;
        }

        return true;
    }

    private MentionDraft Link(Cluster cluster, int token, string rule)
    {
        var draft = text.NewMention(token, token + 1, MentionKind.Pronoun, rule);
        draft.IsSubject = SubjectFinder.IsSubject(text, draft);
        cluster.Add(draft);
        return draft;
    }

    private static bool IsSingularPerson(Cluster cluster) => cluster.Type is EntityType.Person or EntityType.UnnamedSource && !cluster.IsPlural;

    private static bool Agrees(Cluster cluster, Gender gender) => cluster.Gender == Gender.Unknown || cluster.Gender == gender;

    private static Gender? GenderOf(ReadOnlySpan<char> form)
    {
        Span<char> small = stackalloc char[8];
        if (form.Length is < 2 or > 7) return null;
        form.ToLowerInvariant(small);
        return small[..form.Length] switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => null,
        };
    }
}
