using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index before it is written.</summary>
internal sealed record IndexRow(string Partition, string Key, string Generation, byte[] Data)
{
    /// <summary>Columns by which a reader passes over a row without unpacking it.</summary>
    public const string EntityColumn = "e";
    public const string ModalitiesColumn = "m";
    public const string TitleColumn = "t";
    public const string SignatureColumn = "s";
    public const string AboutColumn = "b";

    public const string GenerationColumn = "g";
    public const string DataColumn = "data";
    public const string OutlineColumn = "o";

    /// <summary>The columns that the answer about an entity needs.</summary>
    public static IReadOnlyList<string> OutlineColumns { get; } = [EntityColumn, OutlineColumn];

    /// <summary>The columns that any other answer needs.</summary>
    public static IReadOnlyList<string> DocumentColumns { get; } =
        [nameof(TableEntity.RowKey), GenerationColumn, DataColumn, ModalitiesColumn, EntityColumn, TitleColumn, SignatureColumn, AboutColumn];

    /// <summary>In the rows that an entity is told from: its <see cref="EntityOutline"/>, packed.</summary>
    public byte[]? Outline { get; init; }

    /// <summary>Id of the entity that a row of entities is about.</summary>
    public string? Entity { get; init; }

    /// <summary>Which modalities its claims have, a bit for each; 0 when it has no claims.</summary>
    public int Modalities { get; init; }

    /// <summary>Whether the word of a row of words stands in the title.</summary>
    public bool InTitle { get; init; }

    /// <summary>In rows by which copies are found: the signature of the article.</summary>
    public string? Signature { get; init; }

    /// <summary>In rows of entities: ids and folded names of whom its claims are about.</summary>
    public NameFilter? About { get; init; }

    /// <summary>A set of modalities as bits.</summary>
    public static int Bits(IEnumerable<Claims.Modality> modalities) => modalities.Aggregate(0, (bits, modality) => bits | (1 << (int)modality));

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Partition, Key) { [GenerationColumn] = Generation, [DataColumn] = Data, [ModalitiesColumn] = Modalities };
        if (Entity is not null) entity[EntityColumn] = Entity;
        if (Outline is not null) entity[OutlineColumn] = Outline;
        if (Signature is not null) entity[SignatureColumn] = Signature;
        if (About is { } about) entity[AboutColumn] = about.Bytes;
        if (InTitle) entity[TitleColumn] = true;
        return entity;
    }
}
