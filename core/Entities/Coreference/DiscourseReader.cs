using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>Reads a text once from left to right and links nominals and pronouns to what was mentioned before.</summary>
internal sealed class DiscourseReader
{
    private const int LongestModifier = 3;

    private readonly EntityText text;
    private readonly NominalResolver nominals;
    private readonly BodyResolver bodies;
    private readonly RoleFinder roles;
    private int readUntil;
    private int bodiesFrom = int.MaxValue;

    public DiscourseReader(EntityText text, List<Cluster> clusters)
    {
        this.text = text;
        roles = new RoleFinder(text);
        roles.Find();
        Discourse = new Discourse(text);
        nominals = new NominalResolver(text, Discourse, roles);
        bodies = new BodyResolver(text, clusters);
        Pronouns = new PronounResolver(text, Discourse);
    }

    /// <summary>Bodies that the text knows by a description only and that are worth a place among the entities: "the government".</summary>
    public List<Cluster> Described => text.Scratch.Described;

    public Discourse Discourse { get; }

    public PronounResolver Pronouns { get; }

    /// <summary>First token of the name of the person whom the role noun at a token describes, or -1.</summary>
    public int HolderOf(int head) => roles.HolderOf(head);

    /// <summary>All mentions in text order, the new ones added to their clusters.</summary>
    public List<MentionDraft> Read()
    {
        var all = text.Scratch.InOrder;
        for (var i = 0; i < text.Count; i++)
        {
            var name = text.NameMention(i);
            var mention = name is not null ? Name(name) : text.NameAt(i) < 0 && text.Whole.IsStory(i) ? i >= readUntil ? Other(i) : BodyWithin(i) : null;
            if (mention is null) continue;
            all.Add(mention);
            // Who is named in a caption is not who the story speaks of.
            if (text.Whole.IsStory(i)) Discourse.Add(mention);
            if (name is null) readUntil = Math.Max(readUntil, mention.End);
            if (name is null && mention.Holder >= 0) bodiesFrom = mention.Holder;
        }

        all.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return all;
    }

    private MentionDraft Name(MentionDraft name)
    {
        name.IsSubject = SubjectFinder.IsSubject(text, name);
        return name;
    }

    private MentionDraft? Other(int token)
    {
        if (text.Penn(token) is PennTag.Prp or PennTag.PrpPoss or PennTag.Wp) return Pronouns.Resolve(token);
        if (text.Has(token, WordClass.RoleHead) && !BodyPhraseReader.IsPair(text, token) && RolePhraseReader.Read(text, token) is { } phrase && !BelongsToName(phrase)) return nominals.Role(phrase);
        if (BodyPhraseReader.Read(text, token) is { } body) return Body(body);
        if (!text.Has(token, WordClass.OrgNominal) || !IsBodyNoun(token) || Determiner(token) is not (var the and >= 0)) return null;
        var mention = nominals.Organization(the, token);
        if (mention.Cluster is { IsLocal: true, Mentions.Count: 1 } described && IsPower(token)) Described.Add(described);
        return mention;
    }

    /// <summary>"a spokesman for the defence ministry": the body within the phrase of a role.</summary>
    private MentionDraft? BodyWithin(int token) => token >= bodiesFrom && BodyPhraseReader.Read(text, token) is { } body ? Body(body) : null;

    private MentionDraft Body(BodyPhrase phrase)
    {
        var mention = bodies.Resolve(phrase);
        if (mention.Cluster!.Mentions.Count == 1) Described.Add(mention.Cluster);
        return mention;
    }

    /// <summary>"the commission", "the Commission", but not the start of a longer name: "the Commission on …".</summary>
    private bool IsBodyNoun(int token) => text.Penn(token) == PennTag.Nn
        || text.Penn(token) == PennTag.Nnp && !(text.Is(token + 1, "of") || text.Is(token + 1, "for") || text.Is(token + 1, "on"));

    /// <summary>A title before or beside a name is part of how that person is named.</summary>
    private bool BelongsToName(RolePhrase phrase)
    {
        if (roles.HolderOf(phrase.Head) >= 0 || IsPerson(phrase.End) || phrase.FirstWithDeterminer < readUntil) return true;
        return text.Is(phrase.FirstWithDeterminer - 1, ",") && IsPerson(phrase.FirstWithDeterminer - 2);
    }

    private bool IsPerson(int token) => text.NameAt(token) is var name and >= 0 && text.Names[name].Type == NameType.Person;

    /// <summary>Bodies that are called by the name of their head or country: "the Roth administration".</summary>
    private bool IsPower(int noun) => text.Form(noun) is "government" or "Government" or "administration" or "regime" or "cabinet" or "junta" or "campaign";

    /// <summary>The "the" before a noun and its adjectives, or -1.</summary>
    private int Determiner(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(text.Sentence(noun).FirstToken, noun - LongestModifier); i--)
        {
            if (text.Is(i, "the")) return i;
            if (text.NameAt(i) >= 0 ? !IsPower(noun) : text.Penn(i) is not (PennTag.Jj or PennTag.Nn)) return -1;
        }

        return -1;
    }
}
