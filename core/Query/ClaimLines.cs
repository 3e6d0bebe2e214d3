using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>From a row of the index to the lines of an answer.</summary>
internal static class ClaimLines
{
    public static ClaimLine Of(IndexDocument document, IndexedClaim claim) => new()
    {
        Id = claim.Id,
        Speaker = Entity(document, claim.Speaker),
        SpeakerSpan = claim.SpeakerSpan,
        Cue = claim.Cue,
        Form = claim.Form,
        Modality = claim.Modality,
        Negated = claim.Negated,
        Text = claim.Text,
        TextCut = claim.TextCut,
        Content = claim.Content,
        ContentCodePoints = claim.ContentCodePoints,
        Around = claim.Around,
        Addressee = Entity(document, claim.Addressee),
        Time = claim.Time,
        About = [.. claim.About.Select(id => Entity(document, id)).OfType<EntityLine>()],
        Quantities = claim.Quantities,
        EmbeddedIn = claim.EmbeddedIn,
        RuleId = claim.RuleId,
        Article = document.Article,
    };

    private static EntityLine? Entity(IndexDocument document, string? id) =>
        id is null ? null : document.Entities.FirstOrDefault(entity => entity.Id == id)?.ToLine();
}
