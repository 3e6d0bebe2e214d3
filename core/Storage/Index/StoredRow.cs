using NewsIngest.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index as it is read. Its document is unpacked when it is asked for: an answer passes over most of the rows that it reads.</summary>
internal sealed class StoredRow(IndexColumns columns)
{
    private readonly NameFilter? about = NameFilter.Of(columns.About);
    private IndexDocument? document;

    /// <exception cref="InvalidOperationException">The row was read without its key.</exception>
    public string Key => columns.Key ?? throw new InvalidOperationException("the row was read without its key");

    /// <exception cref="InvalidOperationException">The row was read without its key.</exception>
    public string ArticleId => field ??= IndexKey.ArticleOf(Key);

    /// <exception cref="InvalidOperationException">The row was read without its generation.</exception>
    public string Generation => columns.Generation ?? throw new InvalidOperationException("the row was read without its generation");

    /// <exception cref="InvalidOperationException">The row was read without its document.</exception>
    public IndexDocument Document => document ??= PackedJson.Unpack(Data, IndexJson.Stored.IndexDocument);

    /// <summary>False for a row of a large change that was broken off: it will be gone or filled.</summary>
    public bool HasDocument => columns.Data is not null;

    /// <summary>Whether <see cref="Outline"/> needs no document.</summary>
    public bool HasOutline => columns.Outline is not null;

    /// <summary>What an answer about the row's entity needs; before schema 6 it is part of the document.</summary>
    /// <exception cref="InvalidOperationException">The row is of no entity.</exception>
    public EntityOutline Outline => columns.Outline is { } outline
        ? PackedJson.Unpack(outline, EntityOutlineReader.Read)
        : EntityOutline.Of(Document, Document.Entity ?? throw new InvalidOperationException("the row is of no entity"), Document.Profile ?? new EntityProfile([], []));

    /// <summary>Id of the entity that the row is about; null for other rows.</summary>
    public string? EntityId => columns.Entity ?? Document.Entity?.Id;

    /// <summary>Whether the row can be about this entity, as far as its columns tell.</summary>
    public bool MayBeOf(string id) => columns.Entity is null || columns.Entity == id;

    /// <summary>Signature of the article.</summary>
    public string? Signature => columns.Signature ?? Document.Signature;

    /// <summary>Whether the row can have a claim of one of these modalities, or any claim at all when none is given. Rows of versions before schema 5 may have what they like.</summary>
    public bool MayHaveClaims(int wanted) => columns.Modalities is not { } there || (wanted == 0 ? there != 0 : (there & wanted) != 0);

    /// <summary>Whether a claim of the row can be about whom or what has this id or folded name.</summary>
    public bool MayBeAbout(string name) => about is not { } filter || filter.MayHold(name);

    /// <summary>Whether the title of the article can hold the word of the row.</summary>
    public bool MayBeOfTitle => columns.Modalities is null || columns.InTitle == true;

    private byte[] Data => columns.Data ?? throw new InvalidOperationException("the row was read without its document");
}
