using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Entities.Coreference;

/// <summary>Finds what the head of a noun phrase refers to when it speaks.</summary>
internal sealed class SpeakerResolver(EntityText text, List<MentionDraft> mentions, DiscourseReader discourse, Cluster? writer)
{
    public const string MetonymRule = "metonym";
    public const string UnnamedRule = "unnamed-source";
    public const string WriterRule = "writer";
    public const string DemonymRule = "demonym-nominal";

    private const int LongestUnnamed = 12;
    private readonly Dictionary<int, MentionDraft> added = text.Scratch.Added;
    private readonly Dictionary<string, Cluster> unnamed = text.Scratch.Unnamed;

    /// <summary>The mention and its cluster; a new unnamed source is in no list yet.</summary>
    public MentionDraft? Resolve(int first, int end)
    {
        if (first < 0 || end > text.Count || first >= end) return null;
        var head = HeadOf(first, end);
        if (head < 0) return Quantified(first, end);
        if (NameOfHolder(head, end) is { } holder) return holder;
        if (NameBeforeKind(first, head) is { } named) return named;
        if (NameOfOne(head) is { } one) return one;
        if (added.TryGetValue(head, out var known)) return known;
        if (MentionAt(head, first) is { Cluster: { } cluster } mention)
        {
            if (mention.Kind == MentionKind.Demonym && Compatriot(head) is { } compatriot) return compatriot;
            if (cluster.Type == EntityType.Place && mention.Kind == MentionKind.Name) mention.RuleId = MetonymRule;
            return mention;
        }

        var made = text.Penn(head) is PennTag.Prp ? Pronoun(head) : Unnamed(first, head, end);
        made ??= text.Penn(head) is PennTag.Prp or PennTag.PrpPoss ? Unresolved(head, head, head + 1) : text.Penn(head) is PennTag.Cd ? Counted(head, end) : null;
        if (made is null && end - first == 1 && head == first && char.IsUpper(text.Form(head)[0]) && !IsTime(head)) made = Quantified(first, end) ?? Unresolved(head, head, head + 1);
        if (made is not null) added.TryAdd(head, made);
        return made;
    }

    /// <summary>The head of the phrase: its last noun or name before anything that only modifies it.</summary>
    private int HeadOf(int first, int end)
    {
        var head = -1;
        for (var i = first; i < end; i++)
        {
            // "Ada Roth (R-Ohio)", "people who have seen it": what stands in brackets or a relative clause only says more of the head.
            if (head >= 0 && (text.Is(i, "(") || text.Penn(i) is PennTag.Wp or PennTag.Wdt or PennTag.WpPoss)) break;
            var name = text.NameAt(i);
            if (name >= 0)
            {
                // "the president, Ada Roth": the name is the person.
                head = text.Names[name].End - 1;
                if (head >= end) return i;
                i = head;
                continue;
            }

            var penn = text.Penn(i);
            if (text.IsPossessiveMark(i) || head >= 0 && IsReflexive(i)) continue;
            if (penn is PennTag.Nn or PennTag.Nns or PennTag.Nnp or PennTag.Nnps or PennTag.Prp or PennTag.Wp or PennTag.Cd || penn == PennTag.PrpPoss && end - first == 1)
            {
                head = i;
                continue;
            }

            // "the chief executive", "the police chief": a role noun that is tagged as an adjective.
            if (penn is PennTag.Jj && text.Has(i, WordClass.RoleHead) && (i + 1 >= end || text.Text.Tokens[i + 1].Upos is not (Upos.Noun or Upos.Propn)))
            {
                head = i;
                continue;
            }

            if (head < 0) continue;
            if (text.Is(i, ",") && IsPersonNext(i + 1, end) && text.Has(head, WordClass.RoleHead)) continue;
            if (text.Is(i, "and") && IsOneOfTwoRoles(first, head, i + 1, end)) continue;
            if (text.Is(i, "-") || text.Is(i, "/") || text.Is(i, "&") || penn is PennTag.Jj or PennTag.Cd) continue;
            break;
        }

        return head < 0 && end - first == 1 && char.IsUpper(text.Form(first)[0]) ? first : head;
    }

    /// <summary>"contender and former surgeon Ada Roth": two roles of the one who is named, without an article.</summary>
    private bool IsOneOfTwoRoles(int first, int head, int second, int end)
    {
        if (text.Penn(head) is not (PennTag.Nn or PennTag.Nnp) || text.Penn(first) is PennTag.Dt or PennTag.PrpPoss or PennTag.Cd) return false;
        var at = second;
        while (at < end && text.NameAt(at) < 0 && text.Penn(at) is PennTag.Jj or PennTag.Nn or PennTag.Nnp) at++;
        return at > second && text.Penn(at - 1) is PennTag.Nn or PennTag.Nnp && text.NameAt(head) < 0 && IsPersonNext(at, end);
    }

    /// <summary>"CEO of the Harbour Trust Ada Roth" and "the team's coach, Ada Roth": the name that a role phrase leads up to.</summary>
    private MentionDraft? NameOfHolder(int head, int end)
    {
        if (!text.Has(head, WordClass.RoleHead) || text.NameAt(head) >= 0) return null;
        if (discourse.HolderOf(head) is var known and >= 0) return MentionAt(known, known);
        var last = text.NameAt(end - 1);
        if (last >= 0 && text.Names[last].End == end && text.Names[last].Type == NameType.Person && text.Names[last].First > head)
        {
            var before = text.Names[last].First - 1;
            if (text.NameAt(before) >= 0 || text.Has(before, WordClass.Honorific) || text.Penn(before) is PennTag.Nn or PennTag.Nnp or PennTag.Nns) return MentionAt(end - 1, text.Names[last].First);
        }

        return null;
    }

    /// <summary>"The Vestnik newspaper": a name, and what kind of body it is.</summary>
    private MentionDraft? NameBeforeKind(int first, int head)
    {
        if (head <= first || !text.Has(head, WordClass.OrgNominal) || text.NameAt(head) >= 0 || text.NameAt(head - 1) is not (var index and >= 0)) return null;
        var name = text.Names[index];
        return name.Type == NameType.Organization && name.First >= first ? MentionAt(head - 1, name.First) : null;
    }

    /// <summary>"One of the firms, Bergen-based Harbour Steel,": the name between the commas.</summary>
    private MentionDraft? NameOfOne(int head)
    {
        const int longestLead = 4;
        if (!text.Is(head, "one") || !text.Is(head + 1, "of")) return null;
        var limit = text.Sentence(head).EndToken;
        var comma = head + 2;
        while (comma < limit && !text.Is(comma, ",") && text.Text.Tokens[comma].Upos is not (Upos.Verb or Upos.Aux)) comma++;
        if (comma >= limit || !text.Is(comma, ",")) return null;
        for (var i = comma + 1; i < Math.Min(limit, comma + 1 + longestLead); i++)
        {
            if (text.NameAt(i) < 0 || text.Names[text.NameAt(i)] is not { Type: NameType.Organization or NameType.Person } name) continue;
            return name.End < limit && text.Is(name.End, ",") ? MentionAt(name.First, name.First) : null;
        }

        return null;
    }

    /// <summary>"the Italian said": one person, whom the text has just spoken of. "The French" are many.</summary>
    private MentionDraft? Compatriot(int head)
    {
        if (!text.Is(head - 1, "the") || !(text.Form(head).EndsWith("an", StringComparison.Ordinal) || text.Form(head).EndsWith('i'))) return null;
        var person = discourse.Discourse.MostSalient(head, 0, static (m, _) => m.Cluster is { Type: EntityType.Person, IsPlural: false });
        if (person is null) return null;
        var draft = text.NewMention(head - 1, head + 1, MentionKind.Nominal, DemonymRule);
        person.Add(draft);
        added.Add(head, draft);
        return draft;
    }

    /// <summary>"Ford itself", "the farmers themselves".</summary>
    private bool IsReflexive(int token) => text.Penn(token) is PennTag.Prp && (text.Form(token).EndsWith("self", StringComparison.Ordinal) || text.Form(token).EndsWith("selves", StringComparison.Ordinal));

    /// <summary>"all", "some of them", "another", "those surveyed", "the poor": a phrase without a noun that still speaks.</summary>
    private MentionDraft? Quantified(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!IsNounLike(i, end)) continue;
            if (added.TryGetValue(i, out var known)) return known;
            var draft = Unresolved(i, i, AfterOfPhrase(i, end));
            added.Add(i, draft);
            return draft;
        }

        return null;
    }

    private bool IsNounLike(int i, int end) => text.Penn(i) switch
    {
        PennTag.Dt or PennTag.Pdt => !(text.Is(i, "the") || text.Is(i, "a") || text.Is(i, "an") || text.Is(i, "this") || text.Is(i, "that") || text.Is(i, "no") || text.Is(i, "every")),
        PennTag.Jj or PennTag.Jjr or PennTag.Jjs => i + 1 == end || text.Penn(i + 1) is PennTag.In,
        _ => false,
    };

    /// <summary>"one of her aides", "six in 10 voters"; a year or a sum of money speaks for nobody.</summary>
    private MentionDraft? Counted(int head, int end)
    {
        var form = text.Form(head);
        return form.Length > 3 && char.IsAsciiDigit(form[0]) || text.Is(head - 1, "$") ? null : Unresolved(head, head, AfterOfPhrase(head, end));
    }

    /// <summary>Somebody whom only these words name: two of them are not the same.</summary>
    private MentionDraft Unresolved(int head, int first, int last)
    {
        var draft = text.NewMention(first, last, text.Penn(head) is PennTag.Prp or PennTag.PrpPoss ? MentionKind.Pronoun : MentionKind.Nominal, UnnamedRule);
        var cluster = text.NewCluster(CanonicalName.Clean(text.Surface(first, last)), EntityType.UnnamedSource);
        cluster.IsPlural = text.Is(head, "they");
        cluster.Add(draft);
        return draft;
    }

    private bool IsPersonNext(int token, int end) =>
        token < end && text.NameAt(token) is var name and >= 0 && text.Names[name].Type == NameType.Person;

    private MentionDraft? MentionAt(int head, int first)
    {
        MentionDraft? best = null;
        for (var i = FirstNear(head); i < mentions.Count && mentions[i].First <= head; i++)
        {
            var mention = mentions[i];
            if (head < mention.First || head >= mention.End || IsOnlyModifier(mention, head)) continue;
            // "Roth's lawyer": a mention that starts before the phrase is another one.
            if (mention.First < first && mention.Kind == MentionKind.Nominal && HasPossessive(mention.First, first)) continue;
            if (best is null || mention.End - mention.First > best.End - best.First) best = mention;
        }

        return best;
    }

    private bool HasPossessive(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.IsPossessiveMark(i) || text.Penn(i) == PennTag.PrpPoss) return true;
        }

        return false;
    }

    /// <summary>A demonym at the head of a phrase ("Russian") names no speaker unless it stands alone.</summary>
    private static bool IsOnlyModifier(MentionDraft mention, int head) => mention.Kind == MentionKind.Demonym && mention.End - 1 != head;

    /// <summary>Index of the first mention that can cover the token.</summary>
    private int FirstNear(int token)
    {
        const int longestMention = 16;
        return Ordered.FirstNotBefore(0, mentions.Count, (mentions, First: token - longestMention), static (i, of) => of.mentions[i].First < of.First);
    }

    private MentionDraft? Pronoun(int token)
    {
        if (text.Is(token, "I") || text.Is(token, "we")) return FirstPerson(token);
        var plural = text.Is(token, "they");
        if (!plural && !text.Is(token, "it")) return null;
        if (discourse.Pronouns.Group(token, plural) is not { } cluster) return null;
        var draft = text.NewMention(token, token + 1, MentionKind.Pronoun, PronounResolver.PronounRule);
        cluster.Add(draft);
        return draft;
    }

    /// <summary>Outside quote marks the writer speaks.</summary>
    private MentionDraft? FirstPerson(int token)
    {
        if (text.IsQuoted(token)) return null;
        if (writer is null || text.Is(token, "we")) return Add(token, token, token + 1);
        var draft = text.NewMention(token, token + 1, MentionKind.Pronoun, WriterRule);
        writer.Add(draft);
        return draft;
    }

    private MentionDraft? Unnamed(int first, int head, int end)
    {
        if (text.Penn(head) is not (PennTag.Nn or PennTag.Nns or PennTag.Nnp or PennTag.Nnps) && !text.Has(head, WordClass.RoleHead) || IsTime(head)) return null;
        while (first < head && (text.Penn(first) is PennTag.Dt or PennTag.Prp or PennTag.In or PennTag.Cc || text.Text.Tokens[first].Upos == Upos.Punct)) first++;
        var last = AfterOfPhrase(head, end);
        if (last - first > LongestUnnamed) last = head + 1;
        if (last - first > LongestUnnamed) first = last - LongestUnnamed;
        return Add(head, first, last);
    }

    private MentionDraft Add(int head, int first, int last)
    {
        if (added.TryGetValue(head, out var known)) return known;
        var name = CanonicalName.Clean(text.Surface(first, last));
        if (!unnamed.TryGetValue(name, out var cluster))
        {
            cluster = text.NewCluster(name, EntityType.UnnamedSource);
            cluster.IsPlural = text.Penn(head) is PennTag.Nns or PennTag.Nnps;
            unnamed.Add(name, cluster);
        }

        var draft = text.NewMention(first, last, MentionKind.Nominal, UnnamedRule);
        cluster.Add(draft);
        added.Add(head, draft);
        return draft;
    }

    /// <summary>"Friday", "last week": a time says nothing.</summary>
    private bool IsTime(int token) => text.Has(token, WordClass.Calendar)
        || text.Form(token) is "morning" or "afternoon" or "evening" or "night" or "day" or "week" or "weekend" or "month" or "year" or "time" or "today" or "yesterday" or "tomorrow"
            or "days" or "weeks" or "months" or "years" or "times";

    /// <summary>"a spokesman for the ministry", "a source close to the talks": the phrase that says whose or which.</summary>
    private int AfterOfPhrase(int head, int end)
    {
        var at = head + 1;
        if (at < end && text.Penn(at) is PennTag.Jj or PennTag.Rb) at++;
        if (at >= end || text.Penn(at) is not (PennTag.In or PennTag.To)) return head + 1;
        while (at < end && text.Text.Tokens[at].Upos is not (Upos.Punct or Upos.Verb or Upos.Aux or Upos.Sconj)) at++;
        return at;
    }
}
