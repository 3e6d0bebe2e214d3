using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;

namespace NewsIngest.Claims.Rules;

/// <summary>A cue with all that the rules look at: what follows it, its subject, its sentence.</summary>
internal sealed class RuleContext(ArticleReading reading, CueHit hit)
{
    private Complement? complement;
    private TokenRange? subject;
    private bool subjectRead;

    public ArticleReading Reading => reading;

    public CueHit Hit => hit;

    public CueEntry Cue => hit.Entry;

    public int Limit => reading.SentenceAt(hit.Head).EndToken;

    public Complement Complement => complement ??= ComplementReader.Read(reading, hit.Entry, hit.End, Limit);

    public TokenRange? Subject
    {
        get
        {
            if (subjectRead) return subject;
            subjectRead = true;
            return subject = SubjectFinder.Find(reading, hit.Group);
        }
    }

    public ClaimDraft? Draft(string ruleId, TokenRange? speaker, params ReadOnlySpan<TextSpan?> content)
    {
        var spans = new List<TextSpan>(content.Length);
        foreach (var span in content)
        {
            if (span is { } found) spans.Add(found);
        }

        if (spans.Count == 0) return null;
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new ClaimDraft
        {
            RuleId = ruleId,
            Cue = hit.Entry,
            CueSpan = new TextSpan(reading.Token(hit.First).Start, reading.Token(hit.End - 1).End),
            CueToken = hit.Head,
            Speaker = speaker,
            Relative = hit.IsVerbal && speaker is not null && speaker == subject ? RelativeBefore() : -1,
            Addressee = Complement.Addressee,
            Content = spans,
            Negated = hit.Group.Negated,
            LastBlock = reading.SentenceAt(hit.Head).Block,
        };
    }

    private int RelativeBefore()
    {
        var i = hit.Group.First - 1;
        while (i >= 0 && reading.Tag(i).IsAdverb()) i--;
        return i >= 0 && reading.Tag(i).IsRelative() && reading.SentenceIndex(i) == reading.SentenceIndex(hit.Head) ? i : -1;
    }
}
