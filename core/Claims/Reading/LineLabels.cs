using NewsIngest.Entities;
using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>
/// The labels of a transcript: names in capitals ("DAHL:") and "Q:"/"A:". They count when the article has more than one and repeats at least one.
/// </summary>
internal sealed class LineLabels
{
    private const int MaxName = 4;
    private readonly ArticleReading r;
    private readonly Dictionary<string, int>? lines;
    private readonly bool isTranscript;
    private Dictionary<string, Entity?>? people;

    public LineLabels(ArticleReading reading)
    {
        r = reading;
        var repeats = false;
        foreach (var sentence in r.Text.Sentences)
        {
            var first = First(r, sentence);
            if (first < 0 || End(r, first, sentence.EndToken) is not (> 0 and var colon)) continue;
            var label = Label(first, colon);
            lines ??= new Dictionary<string, int>(StringComparer.Ordinal);
            lines[label] = lines.GetValueOrDefault(label) + 1;
            repeats |= lines[label] > 1;
        }

        isTranscript = repeats && lines!.Count > 1;
    }

    /// <summary>First token of a paragraph behind an opening quote mark; -1 when the sentence does not begin one.</summary>
    public static int First(ArticleReading r, Sentence sentence)
    {
        if (r.Token(sentence.FirstToken).Start != r.Article.Blocks[sentence.Block].Start) return -1;
        return r.OpensQuote(sentence.FirstToken) ? sentence.FirstToken + 1 : sentence.FirstToken;
    }

    /// <summary>"Q:" or "A:": a label that names nobody.</summary>
    public static bool IsLetter(ArticleReading r, TokenRange label) =>
        label.End - label.First == 1 && r.Form(label.First) is "Q" or "A" && label.End < r.TokenCount && r.Form(label.End) is ":";

    /// <summary>Whether the tokens before the colon are a label that the article uses as one.</summary>
    public bool Contains(int first, int colon) => isTranscript && lines!.ContainsKey(Label(first, colon));

    /// <summary>The one person whose name ends in the label; null when there is none or more than one.</summary>
    public SpeakerReference? SpeakerOf(int first, int colon)
    {
        var entity = Label(first, colon) is "A" ? null : Person(r.Form(colon - 1));
        return entity is null ? null : new SpeakerReference(entity.Id, entity.Name, entity.Type, r.Token(first).Start, r.Token(colon - 1).End);
    }

    private Entity? Person(ReadOnlySpan<char> surname)
    {
        if (people is null)
        {
            people = new Dictionary<string, Entity?>(StringComparer.OrdinalIgnoreCase);
            foreach (var entity in r.Entities.ToList())
            {
                var key = entity.Name[(entity.Name.LastIndexOf(' ') + 1)..];
                if (entity.Type == EntityType.Person) people[key] = people.ContainsKey(key) ? null : entity;
            }
        }

        return people.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(surname, out var found) ? found : null;
    }

    private string Label(int first, int colon) => r.Article.Text[r.Token(first).Start..r.Token(colon - 1).End];

    /// <summary>Token of the colon behind a label in capitals, or -1.</summary>
    private static int End(ArticleReading r, int first, int end)
    {
        var i = first;
        while (i < Math.Min(end, first + MaxName) && IsCapitals(r.Form(i))) i++;
        return i > first && i < end && r.Form(i) is ":" ? i : -1;
    }

    private static bool IsCapitals(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (!char.IsUpper(c) && c is not ('.' or '-' or '\'' or '’')) return false;
        }

        return form.Length > 1 || form is "Q" or "A";
    }
}
