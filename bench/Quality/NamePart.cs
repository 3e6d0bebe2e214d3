using NewsIngest.Articles;
using NewsIngest.Bench.Training.Names;
using NewsIngest.Entities;
using NewsIngest.Entities.Names;

namespace NewsIngest.Bench.Quality;

/// <summary>Names and their types: strict F1 (same span and type) and untyped F1 of the whole pipeline on the sets of ner/ it was not trained on.</summary>
internal sealed class NamePart : IQualityPart
{
    private static readonly string[] Sets = ["conllpp2020_dev", "worldwide_newswire_dev", "crossner_politics_dev", "uner_ewt_dev"];

    /// <summary>Sets without things: such names of ours are left out.</summary>
    private static readonly string[] WithoutThings = ["uner_ewt_dev"];

    public string Name => "names";

    public object? Run(QualityInput input)
    {
        var results = new Dictionary<string, NameScores>(StringComparer.Ordinal);
        foreach (var set in Sets)
        {
            var file = Path.Combine(input.Data.FullName, "ner", set + ".jsonl");
            if (File.Exists(file)) results[set] = Score(NameCorpus.Load(file), !WithoutThings.Contains(set));
        }

        if (results.Count == 0) return null;
        if (!input.Quiet) Print(results);
        return results;
    }

    private static NameScores Score(List<NameText> texts, bool withThings)
    {
        var score = new NameScore();
        foreach (var text in texts)
        {
            var found = Names(Pipeline.Run(text.Id, text.Text).Entities).Where(n => withThings || n.Type != NameType.Other);
            score.Add(text.Names.Select(n => (Trim(text.Text, n.Span), n.Type)), found.Select(n => (Trim(text.Text, n.Span), n.Type)));
        }

        return new NameScores(score.Strict, score.Untyped, score.Of(NameType.Person), score.Of(NameType.Organization), score.Of(NameType.Place), score.Of(NameType.Other));
    }

    private static IEnumerable<(TextSpan Span, NameType Type)> Names(IEnumerable<Entity> entities)
    {
        foreach (var entity in entities)
        {
            foreach (var mention in entity.Mentions)
            {
                if (mention.Kind == MentionKind.Demonym) yield return (mention.Span, NameType.Other);
                else if (mention.Kind == MentionKind.Name && TypeOf(entity.Type) is { } type) yield return (mention.Span, type);
            }
        }
    }

    private static NameType? TypeOf(EntityType type) => type switch
    {
        EntityType.Person => NameType.Person,
        EntityType.Organization => NameType.Organization,
        EntityType.Place => NameType.Place,
        EntityType.Other => NameType.Other,
        _ => null,
    };

    /// <summary>Quote marks, blanks, commas and a possessive at the edges count on neither side.</summary>
    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '‘')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '’' or ',' or ';' or ':')) end--;
        if (text.AsSpan(start, end - start) is [.., '\'' or '’', 's']) end -= 2;
        return new TextSpan(start, end);
    }

    private static void Print(Dictionary<string, NameScores> results)
    {
        Console.WriteLine("| names | strict F1 | untyped F1 | PER | ORG | LOC | MISC |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (set, s) in results)
            Console.WriteLine(FormattableString.Invariant($"| NewsIngest, {set} | {s.Strict:F1} | {s.Untyped:F1} | {s.Person:F1} | {s.Organization:F1} | {s.Place:F1} | {s.Other:F1} |"));
        foreach (var row in Baselines.Names) Console.WriteLine($"| {string.Join(" | ", row)} |");
        Console.WriteLine("Peers: test parts of the same sets, scored the same way.");
    }
}

/// <summary>F1 in per cent.</summary>
internal sealed record NameScores(double Strict, double Untyped, double Person, double Organization, double Place, double Other);
