using NewsIngest.Articles;
using NewsIngest.Claims.Reading;
using NewsIngest.Claims.Rules;
using NewsIngest.Entities;

namespace NewsIngest.Claims.Building;

/// <summary>From drafts to claims: speakers resolved, form, modality, what it is about, ids.</summary>
internal static class ClaimBuilder
{
    /// <summary>Claims in claims repeat their content: of a text that is one sentence of them all claims together would be as long as its length squared.</summary>
    private const int MostTimesTheText = 16;

    public static List<Claim> Build(ArticleReading r, List<ClaimDraft> drafts)
    {
        drafts = Bounded(r.Article, drafts);
        foreach (var draft in drafts) draft.Id = ClaimId.Of(r.Article.Id, draft.Content);
        var time = new TimeReader(r);
        var claims = new List<Claim>(drafts.Count);
        foreach (var draft in drafts)
        {
            claims.Add(new Claim
            {
                Id = draft.Id!,
                Speaker = draft.SpeakerEntity is { } known ? new Speaker(known.EntityId, known.Name, known.Start, known.End) : Speaker(r, draft.Speaker, draft.Relative),
                Cue = draft.CueSpan is { } cue ? new Cue(cue.Start, cue.End, draft.Cue?.Lemma ?? r.Text.Lemma(draft.CueToken)) : null,
                Content = draft.Content.ToArray(),
                Text = SpanText.Join(r.Article.Text, draft.Content),
                Form = FormReader.Read(r, draft.Content),
                Modality = ModalityReader.Read(r, draft),
                Negated = draft.Negated,
                Addressee = Speaker(r, draft.Addressee),
                Time = time.Read(draft),
                About = r.Entities.MentionedIn(draft.Content),
                Quantities = QuantityReader.Read(r, draft.Content),
                EmbeddedIn = draft.Outer?.Id,
                RuleId = draft.RuleId,
            });
        }

        return claims;
    }

    /// <summary>The first of the drafts, as long as their contents together are no longer than so many times the text; in an article that people write, all.</summary>
    private static List<ClaimDraft> Bounded(Article article, List<ClaimDraft> drafts)
    {
        var left = (long)MostTimesTheText * article.Text.Length;
        for (var i = 0; i < drafts.Count; i++)
        {
            foreach (var span in drafts[i].Content) left -= span.Length;
            if (left < 0) return drafts[..i];
        }

        return drafts;
    }

    private static Speaker? Speaker(ArticleReading r, TokenRange? range, int relative = -1)
    {
        if (range is not { } tokens || tokens.IsEmpty) return null;
        if (LineLabels.IsLetter(r, tokens) && r.Interview is null) return null;
        if (tokens.End - tokens.First == 1 && r.Interview is { } interview && interview.IsGuest(tokens.First))
            return new Speaker(interview.Guest.EntityId, interview.Guest.Name, r.Token(tokens.First).Start, r.Token(tokens.First).End);
        if (r.Entities.ResolveSpeaker(tokens.First, tokens.End) is not { } found) return null;
        if (found.Type == EntityType.UnnamedSource && Apposition.NameIn(r, tokens) is { } name && r.Entities.ResolveSpeaker(name.First, name.End) is { Type: EntityType.Person } person) found = person;
        var phrase = relative >= 0
            ? new TextSpan(r.Token(relative).Start, r.Token(relative).End)
            : new TextSpan(r.Token(tokens.First).Start, r.Token(tokens.End - 1).End);
        var named = new TextSpan(found.Start, found.End);
        if (phrase.Contains(named)) phrase = named;
        return new Speaker(found.EntityId, found.Name, phrase.Start, phrase.End);
    }
}
