using NewsIngest.Articles;
using NewsIngest.Entities;

namespace NewsIngest.Bench.Quality.Gold;

/// <summary>Compares entities, their mentions and their roles with those of a reading.</summary>
internal sealed class GoldEntityScorer(string text, GoldReading gold, IReadOnlyList<Entity> entities)
{
    private static readonly EntityType[] Scored = [EntityType.Person, EntityType.Organization, EntityType.Place, EntityType.UnnamedSource];
    private readonly List<(GoldEntity Entity, GoldMention Mention)> mentions = [.. gold.Entities.SelectMany(e => e.Mentions.Select(m => (e, m)))];
    private readonly List<(Entity Entity, Mention Mention)> found = [.. entities.SelectMany(e => e.Mentions.Select(m => (e, m)))];

    public IReadOnlyList<GoldCount> Score()
    {
        var (right, wrong) = Entities();
        var foundAt = Align();
        var names = Wanted("name");
        var nominals = Wanted("nominal");
        var hits = names.Count(k => foundAt.TryGetValue(k, out var q) && found[q].Mention.Kind == MentionKind.Name);
        var used = foundAt.Values.ToHashSet();
        var spurious = Enumerable.Range(0, found.Count).Count(q => found[q].Mention.Kind == MentionKind.Name && !used.Contains(q) && !InBoilerplate(found[q].Mention));
        var roles = gold.Entities.SelectMany(e => e.Roles.Select(r => (Entity: e, Role: r))).ToList();
        return
        [
            new("entity precision (name and type)", right, right + wrong),
            new("entity recall (name and type)", right, gold.Entities.Count(e => !e.MayBeMissing)),
            new("name mention precision", hits, hits + spurious),
            new("name mention recall", hits, names.Count),
            new("nominal mention recall", nominals.Count(foundAt.ContainsKey), nominals.Count),
            new("role spans", roles.Count(r => HasRole(r.Entity, r.Role)), roles.Count),
        ];
    }

    private (int Right, int Wrong) Entities()
    {
        var (wrong, seen) = (0, new HashSet<string>());
        foreach (var entity in entities)
        {
            if (GoldFor(entity.Name, entity.Type) is not { } g)
            {
                var onlyOptional = entity.Mentions.Count > 0 && entity.Mentions.All(q => mentions.Exists(m => IsSame(m.Mention, q.Span) && !IsWanted(m.Entity, m.Mention)));
                if (!onlyOptional && Scored.Contains(entity.Type)) wrong++;
            }
            else if (!g.MayBeMissing && (!IsType(g, entity.Type) || !seen.Add(g.Id)))
            {
                wrong++;
            }
        }

        return (seen.Count, wrong);
    }

    /// <summary>Which found mention stands for which of the reading: exact spans first, names before others.</summary>
    private Dictionary<int, int> Align()
    {
        var foundAt = new Dictionary<int, int>();
        var used = new HashSet<int>();
        var order = Enumerable.Range(0, mentions.Count).OrderBy(k => mentions[k].Mention.Kind != "name").ThenBy(k => !IsWanted(mentions[k].Entity, mentions[k].Mention)).ToList();
        foreach (var exact in new[] { true, false })
        {
            foreach (var k in order.Where(k => !foundAt.ContainsKey(k)))
            {
                var (entity, mention) = mentions[k];
                var fitting = Enumerable.Range(0, found.Count).Where(q => !used.Contains(q) && (exact ? found[q].Mention.Span == mention.Span : IsSame(mention, found[q].Mention.Span)))
                    .OrderBy(q => !found[q].Mention.Kind.ToString().Equals(mention.Kind, StringComparison.OrdinalIgnoreCase)).ThenBy(q => GoldFor(found[q].Entity.Name, null) != entity).Take(1).ToList();
                if (fitting is not [var best]) continue;
                foundAt[k] = best;
                used.Add(best);
            }
        }

        return foundAt;
    }

    private List<int> Wanted(string kind) =>
        [.. Enumerable.Range(0, mentions.Count).Where(k => mentions[k].Mention.Kind == kind && IsWanted(mentions[k].Entity, mentions[k].Mention))];

    private static bool IsWanted(GoldEntity entity, GoldMention mention) => !entity.MayBeMissing && !mention.Optional && !mention.InBoilerplate;

    private GoldEntity? GoldFor(string name, EntityType? type)
    {
        var wanted = GoldWords.Name(name);
        var fitting = gold.Entities.Where(e => GoldWords.Name(e.Name) == wanted)
            .Concat(gold.Entities.Where(e => GoldWords.Name(e.Name) == wanted || e.AlsoKnownAs.Any(a => GoldWords.Name(a) == wanted))).ToList();
        return (type is { } t ? fitting.Find(e => IsType(e, t)) : null) ?? fitting.FirstOrDefault();
    }

    private static bool IsType(GoldEntity entity, EntityType type)
    {
        var name = type switch
        {
            EntityType.Organization => "organisation",
            EntityType.UnnamedSource => "unnamed source",
            _ => type.ToString().ToLowerInvariant(),
        };
        return entity.Type == name || (entity.TypeAccept ?? []).Contains(name);
    }

    private bool IsSame(GoldMention mention, TextSpan span)
    {
        var trimmed = GoldWords.Trim(text, span);
        TextSpan[] forms = [mention.Span, mention.Core ?? mention.Span, mention.MaxNp ?? mention.Span];
        if (forms.Any(f => GoldWords.Trim(text, f) == trimmed)) return true;
        var core = GoldWords.Trim(text, mention.Core ?? mention.Span);
        var (first, last) = (Math.Min(mention.Start, mention.MaxNp?.Start ?? mention.Start), Math.Max(mention.End, mention.MaxNp?.End ?? mention.End));
        return first <= trimmed.Start && trimmed.Start <= core.Start && core.End <= trimmed.End && trimmed.End <= last;
    }

    private bool HasRole(GoldEntity entity, TextSpan role) => entities.Where(e => GoldFor(e.Name, e.Type) == entity)
        .Any(e => e.Roles.Any(r => GoldWords.Trim(text, r.Span) == GoldWords.Trim(text, role)));

    private bool InBoilerplate(Mention mention) => gold.Boilerplate.Any(b => b.Exclude != false && b.Start <= mention.Start && mention.End <= b.End);
}
