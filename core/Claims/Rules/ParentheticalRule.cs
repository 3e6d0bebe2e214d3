using NewsIngest.Articles;
using NewsIngest.Claims.Lexicon;
using NewsIngest.Claims.Reading;
using NewsIngest.Language;

namespace NewsIngest.Claims.Rules;

/// <summary>"The road is closed, police said", "The road, said the police, is closed": the clause stands before the cue or around it.</summary>
internal sealed class ParentheticalRule : IClaimRule
{
    private const int MaxReach = 200;

    public string Id => "parenthetical";

    public ClaimDraft? Apply(RuleContext c)
    {
        var r = c.Reading;
        if (c.Hit.Group.Passive || !c.Cue.Has(CueFrames.Bare | CueFrames.Addr)) return null;
        if (c.Hit.Group.Gerund(r)) return null;
        if (c.Complement.Kind is not (ComplementKind.None or ComplementKind.NounPhrase or ComplementKind.Bare)) return null;
        var sentence = r.SentenceAt(c.Hit.Head);
        var inverted = c.IsInverted;
        if (c.Complement.Kind == ComplementKind.Bare && !inverted) return null;
        if (!inverted && c.Complement.Kind == ComplementKind.NounPhrase && !TimeWords.Contains(r.Form(c.Complement.First)) && !EndsAtHearer(c)) return null;
        var speaker = inverted ? SubjectFinder.FindInverted(r, c.Hit.Head) : Adjacent(r, c.Hit.Group.First, sentence.FirstToken) ?? c.Subject;
        if (speaker is not { } found || !inverted && found.First > c.Hit.Head) return null;
        if (c.Cue.Force != CueForce.Say && r.Tag(found.First) is PennTag.Prp && !(r.Is(found.First, "he") || r.Is(found.First, "she") || r.Is(found.First, "they"))) return null;
        if (!inverted && c.Subject is { } whole && whole.First <= sentence.FirstToken + 1 && whole.End >= found.First) return null;
        var before = inverted ? c.Hit.Group.First - 1 : found.First - 1;
        if (before >= sentence.FirstToken && r.Is(before, "as")) before--;
        if (before <= sentence.FirstToken || !(r.IsComma(before) || r.IsDash(before) || r.IsMark(before))) return null;
        var behind = inverted ? found.End : BehindHearer(c);
        var depends = ContentBounds.IsSubordinate(r, Math.Max(sentence.FirstToken, before - MaxReach), before);
        var rest = After(c, behind, inverted) ?? (depends ? MainClause(c, behind) : null);
        if (rest is null && (depends || !HasVerb(r, sentence.FirstToken, before))) return null;
        return c.Draft(Id, found, r.ContentSpan(Math.Max(sentence.FirstToken, before - MaxReach), before), rest);
    }

    /// <summary>", she told the Courier": nothing but when and where follows the hearer.</summary>
    private static bool EndsAtHearer(RuleContext c)
    {
        if (!c.Cue.Has(CueFrames.Addr)) return false;
        var r = c.Reading;
        var end = NounPhrases.BaseEnd(r, c.Complement.First, c.Limit);
        return end >= c.Limit || r.IsPunct(end) || TimeWords.Contains(r.Form(end)) || r.Tag(end) == PennTag.In && !r.Is(end, "that") || r.Is(end, "earlier") || r.Is(end, "last");
    }

    /// <summary>"The answer, the teller told them, was simple": the end of the hearer when the predicate follows, else of the cue.</summary>
    private static int BehindHearer(RuleContext c)
    {
        if (c.Complement.Kind != ComplementKind.NounPhrase || !c.Cue.Has(CueFrames.Addr)) return c.Hit.End;
        var end = NounPhrases.BaseEnd(c.Reading, c.Complement.First, c.Limit);
        return end + 1 < c.Limit && c.Reading.IsComma(end) && c.Reading.Tag(end + 1).IsFinite() ? end : c.Hit.End;
    }

    /// <summary>The phrase between the comma and the verb: ", the lawsuit says".</summary>
    private static TokenRange? Adjacent(ArticleReading r, int verb, int floor)
    {
        var start = NounPhrases.FullStart(r, verb, floor);
        return start < verb && start > floor && (r.IsComma(start - 1) || r.IsMark(start - 1) && r.InQuote(start - 1)) ? new TokenRange(start, verb) : null;
    }

    public static bool HasVerb(ArticleReading r, int first, int end)
    {
        for (var i = Math.Max(first, end - MaxReach); i < end; i++)
        {
            if (r.Tag(i).IsFinite() || r.Tag(i).IsVerb() || r.Tag(i) == PennTag.To) return true;
        }

        return false;
    }

    /// <summary>", and thousands have fled", ", is due to rain": the clause goes on behind the insertion.</summary>
    private static bool GoesOn(ArticleReading r, int i, int limit) =>
        r.Tag(i).IsFinite() || r.Tag(i) == PennTag.Cc && ComplementReader.StartsClause(r, i + 1, limit);

    /// <summary>", said Ida Lund, head of a union that endorsed it": a phrase with no verb of its own says who the speaker is.</summary>
    private static bool IsDescription(ArticleReading r, int first, int limit)
    {
        var end = NounPhrases.FullEnd(r, first, limit);
        return end > first && (end >= limit || r.IsPunct(end) || r.Tag(end).IsRelative());
    }

    /// <summary>The rest of a clause that the cue stands in the middle of; null when there is none.</summary>
    private static TextSpan? After(RuleContext c, int end, bool inverted)
    {
        var r = c.Reading;
        var day = end < c.Limit && r.Is(end, "on") ? end + 1 : end;
        if (day + 2 < c.Limit && TimeWords.Contains(r.Form(day)) && r.IsComma(day + 1) && GoesOn(r, day + 2, c.Limit)) end = day + 1;
        if (end >= c.Limit || !r.IsComma(end) || end + 1 >= c.Limit || r.Tag(end + 1) is PennTag.Vbg) return null;
        if (r.Is(end + 1, "who") || r.Is(end + 1, "which") || r.Is(end + 1, "adding")) return null;
        if (inverted) end = Apposition.CommaAfter(r, end, c.Limit);
        if (inverted && (IsDescription(r, end + 1, c.Limit) || !HasVerb(r, end + 1, Math.Min(c.Limit, end + MaxReach)))) return null;
        // ", but rights groups said": the reporter goes on with somebody else.
        if (r.Is(end + 1, "but") && ContentBounds.ReportsAfter(r, end + 2, c.Limit)) return null;
        return r.ContentSpan(end + 1, Math.Min(c.Limit, end + MaxReach));
    }

    /// <summary>"Though it was late, she said, leaving then would be odd": what the clause before the cue depends on.</summary>
    private static TextSpan? MainClause(RuleContext c, int end)
    {
        var r = c.Reading;
        return r.IsComma(end) && r.HasFinite(end + 1, Math.Min(c.Limit, end + MaxReach)) ? r.ContentSpan(end + 1, ContentBounds.ClauseEnd(r, end + 1, c.Hit.Head)) : null;
    }
}
