using NewsIngest.Claims;
using NewsIngest.Storage.Index;

namespace NewsIngest.Query;

/// <summary>The filters of a claim query, and the ranges of the index that hold all claims which pass.</summary>
internal sealed class ClaimFilter
{
    private const int RowsPerClaim = 2;
    private readonly EntityFilter? speaker;
    private readonly EntityFilter? about;
    private readonly SearchWords? words;
    private readonly EntityFilter? notSpeaker;
    private readonly string? publisher;
    private readonly IReadOnlyList<Modality> modalities;
    private readonly int bits;
    private readonly ClaimForm? form;

    public ClaimFilter(ClaimQuery query)
    {
        speaker = query.Speaker is null ? null : new EntityFilter(query.Speaker);
        about = query.About is null ? null : new EntityFilter(query.About);
        words = query.Words is null ? null : SearchWords.Parse(query.Words);
        notSpeaker = query.NotSpeaker is null ? null : new EntityFilter(query.NotSpeaker);
        publisher = query.Publisher is null ? null : NameFolding.Fold(query.Publisher);
        modalities = query.Modalities;
        bits = IndexRow.Bits(query.Modalities);
        form = query.Form;
        Prefixes = (speaker ?? about)?.Prefixes
            ?? [words is null ? IndexKey.Prefix(IndexKey.Claims, "") : IndexKey.Prefix(IndexKey.Term, words.Key ?? "")];
    }

    /// <summary>The ranges to read: the first that has any rows.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    private bool IsByDateAlone => speaker is null && about is null && words is null && notSpeaker is null && publisher is null && form is null && bits == 0;

    /// <summary>How many rows to read first for so many claims: twice as many, because a row holds at least one claim but not always one that passes; as many as can be where two entities must meet.</summary>
    public int FirstRows(int limit) =>
        speaker is not null && about is not null ? IndexReader.MaxRows : IsByDateAlone ? limit + 1 : (limit * RowsPerClaim) + 1;

    /// <summary>Whether a claim of the row can pass, as far as its columns tell.</summary>
    public bool MayPass(StoredRow row) => row.MayHaveClaims(bits) && (about is null || about.MayBeIn(row));

    public bool Passes(IndexDocument document, IndexedClaim claim) =>
        (modalities.Count == 0 || modalities.Contains(claim.Modality))
        && (form is null || claim.Form == form)
        && (speaker is null || (claim.Speaker is { } id && Names(document, id, speaker)))
        && (notSpeaker is null || claim.Speaker is not { } other || !Names(document, other, notSpeaker))
        && (publisher is null || NameFolding.Fold(document.Article.Publisher ?? "") == publisher)
        && (about is null || claim.About.Any(id => Names(document, id, about)))
        && (words is null || words.In(NameFolding.Fold(claim.Text), NameFolding.Fold(document.Article.Title ?? "")));

    private static bool Names(IndexDocument document, string id, EntityFilter filter) =>
        document.Entities.Any(entity => entity.Id == id && filter.Matches(entity));
}
