using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index as it is read. Its document is unpacked when it is asked for: an answer passes over most of the rows that it reads.</summary>
internal sealed class StoredRow(TableEntity row, byte[] data)
{
    private readonly int? modalities = row.GetInt32(IndexRow.ModalitiesColumn);
    private readonly string? entity = row.GetString(IndexRow.EntityColumn);
    private readonly long? about = row.GetInt64(IndexRow.AboutColumn);
    private readonly string? signature = row.GetString(IndexRow.SignatureColumn);
    private IndexDocument? document;

    public string Key { get; } = row.RowKey;

    public string ArticleId { get; } = IndexKey.ArticleOf(row.RowKey);

    public string Generation { get; } = row.GetString("g");

    public IndexDocument Document => document ??= IndexDocument.Unpack(data);

    /// <summary>Id of the entity that the row is about; null for other rows.</summary>
    public string? EntityId => entity ?? Document.Entity?.Id;

    /// <summary>Signature of the article.</summary>
    public string? Signature => signature ?? Document.Signature;

    /// <summary>Whether the row can have a claim of one of these modalities, or any claim at all when none is given. Rows of versions before schema 5 may have what they like.</summary>
    public bool MayHaveClaims(int wanted) => modalities is not { } there || (wanted == 0 ? there != 0 : (there & wanted) != 0);

    /// <summary>Whether a claim of the row can be about whom or what has one of these bits, see <see cref="IndexRow.Bit"/>.</summary>
    public bool MayBeAbout(long wanted) => about is not { } there || (there & wanted) != 0;

    /// <summary>The same document, of which only what <typeparamref name="T"/> has is read.</summary>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class => IndexDocument.Unpack(data, type);

    /// <summary>Whether the title of the article can hold the word of the row.</summary>
    public bool MayBeOfTitle { get; } = row.GetInt32(IndexRow.ModalitiesColumn) is null || row.GetBoolean(IndexRow.TitleColumn) == true;
}
