using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Bench.Training.Names;

/// <summary>A text as the name tagger sees it, with the gold label of every token.</summary>
internal sealed class LabelledText
{
    private static readonly EnglishAnnotator Annotator = new();

    public LabelledText(NameText source)
    {
        Source = source;
        var text = Annotator.Annotate(source.Text, Lines(source.Text));
        Document = new NameDocument(text, new LexiconMatches(text, EntityLexicon.Default));
        Labels = new byte[text.Tokens.Length];
        foreach (var (span, type) in source.Names) Label(text, span, type);
    }

    public NameText Source { get; }

    public NameDocument Document { get; }

    public byte[] Labels { get; }

    /// <summary>The names that <paramref name="finder"/> finds in it.</summary>
    public IEnumerable<(TextSpan Span, NameType Type)> Find(NameFinder finder)
    {
        var text = Document.Text;
        return finder.Find(text, Document.Lexicon).Select(n => (new TextSpan(text.Tokens[n.First].Start, text.Tokens[n.End - 1].End), n.Type));
    }

    private void Label(AnnotatedText text, TextSpan span, NameType type)
    {
        var first = text.FirstTokenEndingAfter(span.Start);
        var end = first;
        while (end < text.Tokens.Length && text.Tokens[end].Start < span.End) end++;
        // A sentence break inside a name is the splitter's error: such a name teaches nothing.
        if (end <= first || text.SentenceOf(first) != text.SentenceOf(end - 1)) return;
        // Titles are no part of a name here, whatever the set does.
        if (type == NameType.Person) first = PersonSpan.AfterTitles(Document.Lexicon, first, end);
        // "Labour party": what the tagger is never asked for is no part of the name.
        while (first < end && !Document.IsCandidate[first]) first++;
        while (first < end && !Document.IsCandidate[end - 1]) end--;
        for (var i = first; i < end; i++)
        {
            if (Labels[i] != NameLabels.Outside || !Document.IsCandidate[i]) return;
        }

        for (var i = first; i < end; i++) Labels[i] = (byte)NameLabels.Of(type, i - first, end - first);
    }

    private static List<Block> Lines(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var span = text.AsSpan(start, end - start);
            var from = start + span.Length - span.TrimStart().Length;
            var trimmed = span.Trim();
            if (trimmed.Length > 0) blocks.Add(new Block(BlockRole.Body, from, from + trimmed.Length));
            start = end + 1;
        }

        return blocks;
    }
}
