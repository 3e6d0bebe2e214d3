using System.Text.Json.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>An answer of the service to a query of the index, as it is sent.</summary>
internal sealed record IndexPage
{
    [JsonPropertyName("value")]
    public List<IndexColumns> Rows { get; set; } = [];
}

/// <summary>Columns of a row of the index; null where it has none, or where they were not asked for. Set, because the serializer holds init-only values apart until it has them all.</summary>
internal sealed record IndexColumns
{
    [JsonPropertyName("RowKey")]
    public string? Key { get; set; }

    [JsonPropertyName(IndexRow.GenerationColumn)]
    public string? Generation { get; set; }

    [JsonPropertyName(IndexRow.DataColumn)]
    public byte[]? Data { get; set; }

    [JsonPropertyName(IndexRow.OutlineColumn)]
    public byte[]? Outline { get; set; }

    [JsonPropertyName(IndexRow.ModalitiesColumn)]
    public int? Modalities { get; set; }

    [JsonPropertyName(IndexRow.EntityColumn)]
    public string? Entity { get; set; }

    [JsonPropertyName(IndexRow.TitleColumn)]
    public bool? InTitle { get; set; }

    [JsonPropertyName(IndexRow.SignatureColumn)]
    public string? Signature { get; set; }

    [JsonPropertyName(IndexRow.AboutColumn)]
    public byte[]? About { get; set; }
}
