using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;
using NewsIngest.Lookup;

namespace NewsIngest.Claims.Rules;

/// <summary>Lines that name their speaker before a colon, as interviews, transcripts and headlines do: <c>Roth: We never asked for that.</c></summary>
internal static class NamedLineRule
{
    public const string Id = "named-line";
    private const int MaxName = 5;
    private const int MinWords = 3;

    private static readonly WordSet Documents = WordList.Of("document");

    public static void Apply(ArticleReading r, List<ClaimDraft> drafts)
    {
        var labels = new LineLabels(r);
        for (var s = 0; s < r.Text.Sentences.Length; s++)
        {
            var sentence = r.Text.Sentences[s];
            var block = r.Article.Blocks[sentence.Block];
            var first = LineLabels.First(r, sentence);
            if (first < 0) continue;
            first = AfterClock(r, first, sentence.EndToken);
            var colon = Colon(r, first, sentence.EndToken);
            if (colon < 0) continue;
            var labelled = labels.Contains(first, colon);
            if (labelled ? r.Form(first) is "Q" : !NamesSpeaker(r, first, colon)) continue;
            var end = block.Role == BlockRole.Title ? sentence.EndToken : EndOfBlock(r, s);
            if (first > sentence.FirstToken && r.IsMark(end - 1)) end--;
            if (end - colon - 1 < MinWords || r.ContentSpan(colon + 1, end) is not { } content) continue;
            var draft = r.NewDraft(Id);
            draft.Speaker = new TokenRange(first, colon);
            draft.SpeakerEntity = labelled ? labels.SpeakerOf(first, colon) : null;
            draft.Content.Add(content);
            draft.LastBlock = sentence.Block;
            drafts.Add(draft);
        }
    }

    /// <summary>"15:42 Lund: …", "3.20pm – Lund: …" in a live blog: the token behind the time.</summary>
    private static int AfterClock(ArticleReading r, int first, int end)
    {
        var form = r.Form(first);
        if (form.Length is < 4 or > 7 || !char.IsAsciiDigit(form[0]) || form.IndexOfAny(':', '.') is not (1 or 2)) return first;
        var i = first + 1;
        while (i < end && (r.IsDash(i) || r.Is(i, "am") || r.Is(i, "pm") || r.Is(i, "GMT") || r.Is(i, "BST"))) i++;
        return i < end ? i : first;
    }

    private static int Colon(ArticleReading r, int first, int end)
    {
        for (var i = first + 1; i < end && i <= first + MaxName; i++)
        {
            if (r.Form(i) is ":") return i;
        }

        return -1;
    }

    /// <summary>A name, or in a headline the document that says it ("Poll: …").</summary>
    private static bool NamesSpeaker(ArticleReading r, int first, int colon)
    {
        for (var i = first; i < colon; i++)
        {
            if (!(r.Tag(i) is PennTag.Nnp or PennTag.Nnps || r.Form(i) is "." or "-")) return Documents.Contains(r.Form(colon - 1)) && colon - first <= 2;
        }

        return r.Entities.ResolveSpeaker(first, colon) is { Type: Entities.EntityType.Person or Entities.EntityType.Organization } || Documents.Contains(r.Form(colon - 1));
    }

    private static int EndOfBlock(ArticleReading r, int s)
    {
        var block = r.Text.Sentences[s].Block;
        while (s + 1 < r.Text.Sentences.Length && r.Text.Sentences[s + 1].Block == block) s++;
        return r.Text.Sentences[s].EndToken;
    }
}
