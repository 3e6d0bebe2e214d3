using Azure.Data.Tables;
using NewsIngest.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index as it is read. Its document is unpacked when it is asked for: an answer passes over most of the rows that it reads.</summary>
internal sealed class StoredRow(TableEntity row)
{
    private readonly byte[]? data = row.GetBinary(IndexRow.DataColumn);
    private readonly byte[]? outline = row.GetBinary(IndexRow.OutlineColumn);
    private readonly int? modalities = row.GetInt32(IndexRow.ModalitiesColumn);
    private readonly string? entity = row.GetString(IndexRow.EntityColumn);
    private readonly NameFilter? about = NameFilter.Of(row.GetBinary(IndexRow.AboutColumn));
    private readonly string? signature = row.GetString(IndexRow.SignatureColumn);
    private IndexDocument? document;

    public string Key { get; } = row.RowKey;

    public string ArticleId { get; } = IndexKey.ArticleOf(row.RowKey);

    public string Generation { get; } = row.GetString(IndexRow.GenerationColumn);

    /// <exception cref="InvalidOperationException">The row was read without its document.</exception>
    public IndexDocument Document => document ??= PackedJson.Unpack(Data, IndexJson.Stored.IndexDocument);

    /// <summary>False for a row of a large change that was broken off: it will be gone or filled.</summary>
    public bool HasDocument => data is not null;

    /// <summary>Whether <see cref="Outline"/> needs no document.</summary>
    public bool HasOutline => outline is not null;

    /// <summary>What an answer about the row's entity needs; before schema 6 it is part of the document.</summary>
    /// <exception cref="InvalidOperationException">The row is of no entity.</exception>
    public EntityOutline Outline => outline is not null
        ? PackedJson.Unpack(outline, IndexJson.Stored.EntityOutline)
        : EntityOutline.Of(Document, Document.Entity ?? throw new InvalidOperationException("the row is of no entity"), Document.Profile ?? new EntityProfile([], []));

    /// <summary>Id of the entity that the row is about; null for other rows.</summary>
    public string? EntityId => entity ?? Document.Entity?.Id;

    /// <summary>Whether the row can be about this entity, as far as its columns tell.</summary>
    public bool MayBeOf(string id) => entity is null || entity == id;

    /// <summary>Signature of the article.</summary>
    public string? Signature => signature ?? Document.Signature;

    /// <summary>Whether the row can have a claim of one of these modalities, or any claim at all when none is given. Rows of versions before schema 5 may have what they like.</summary>
    public bool MayHaveClaims(int wanted) => modalities is not { } there || (wanted == 0 ? there != 0 : (there & wanted) != 0);

    /// <summary>Whether a claim of the row can be about whom or what has this id or folded name.</summary>
    public bool MayBeAbout(string name) => about is not { } filter || filter.MayHold(name);

    /// <summary>Whether the title of the article can hold the word of the row.</summary>
    public bool MayBeOfTitle { get; } = row.GetInt32(IndexRow.ModalitiesColumn) is null || row.GetBoolean(IndexRow.TitleColumn) == true;

    private byte[] Data => data ?? throw new InvalidOperationException("the row was read without its document");
}
