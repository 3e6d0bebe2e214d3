using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>A cue with all that the rules look at: what follows it, its subject, its sentence.</summary>
internal sealed class RuleContext(ArticleReading reading)
{
    private CueHit hit;
    private Complement? complement;
    private TokenRange? subject;
    private bool subjectRead;

    /// <summary>Goes on to another cue.</summary>
    public RuleContext At(CueHit next)
    {
        hit = next;
        complement = null;
        subjectRead = false;
        subject = null;
        return this;
    }

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

    public ClaimDraft? Draft(string ruleId, TokenRange? speaker, params ReadOnlySpan<TextSpan?> content) => Draft(ruleId, speaker, null, content);

    public ClaimDraft? Draft(string ruleId, TokenRange? speaker, Modality? modality, params ReadOnlySpan<TextSpan?> content)
    {
        if (IsEmpty(content)) return null;
        var draft = reading.NewDraft(ruleId);
        foreach (var span in content)
        {
            if (span is { } found) draft.Content.Add(found);
        }

        if (draft.Content.Count > 1) draft.Content.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        draft.Cue = hit.Entry;
        draft.CueSpan = new TextSpan(reading.Token(hit.First).Start, reading.Token(hit.End - 1).End);
        draft.CueToken = hit.Head;
        draft.Speaker = speaker;
        draft.Relative = hit.IsVerbal && speaker is not null && speaker == subject ? RelativeOf(speaker.Value) : -1;
        draft.Addressee = Complement.Addressee;
        draft.Negated = hit.Group.Negated;
        draft.Modality = modality;
        draft.LastBlock = reading.SentenceAt(hit.Head).Block;
        return draft;
    }

    private static bool IsEmpty(ReadOnlySpan<TextSpan?> content)
    {
        foreach (var span in content)
        {
            if (span is not null) return false;
        }

        return true;
    }

    /// <summary>Whether the verb stands right after a comma or a quote mark and its subject after it: ", said the police".</summary>
    public bool IsInverted
    {
        get
        {
            var r = reading;
            var floor = r.SentenceAt(hit.Head).FirstToken;
            // ", told the Courier": who follows is the hearer.
            if (hit.Entry.Lemma == "tell" || hit.Group.First != hit.Head || hit.Head - 1 <= floor || Complement.Kind == ComplementKind.None) return false;
            var before = hit.Head - 1;
            if (!r.IsComma(before) || ClosesAdverb(before, floor) || !ParentheticalRule.HasVerb(r, floor, before)) return false;
            if (r.Tag(hit.Head) is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Vb or PennTag.Vbn)) return false;
            return SubjectFinder.FindInverted(r, hit.Head) is { } s
                && (s.End >= Limit || r.IsPunct(s.End) || r.Tag(s.End) == PennTag.In || r.Is(s.End, "who") || TimeWords.Contains(r.Form(s.End)));
        }
    }

    /// <summary>"and he, once again, pledged": the subject stands before the adverb.</summary>
    private bool ClosesAdverb(int comma, int floor)
    {
        var i = comma - 1;
        while (i > floor && reading.Tag(i).IsAdverb()) i--;
        return i < comma - 1 && reading.IsComma(i);
    }

    /// <summary>The relative pronoun that stands for the speaker: right before the verb, or further back in "Ms Lund, who came and said".</summary>
    private int RelativeOf(TokenRange speaker)
    {
        var i = hit.Group.First - 1;
        while (i >= 0 && reading.Tag(i).IsAdverb()) i--;
        if (i >= 0 && reading.Tag(i).IsRelative() && reading.SentenceIndex(i) == reading.SentenceIndex(hit.Head)) return i;
        var after = speaker.End;
        if (after < hit.Head && reading.IsComma(after)) after++;
        if (after >= hit.Head || !reading.Tag(after).IsRelative()) return -1;
        for (i = after + 1; i < hit.Head; i++)
        {
            if (reading.IsComma(i)) return -1;
        }

        return after;
    }
}
