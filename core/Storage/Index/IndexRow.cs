using System.IO.Hashing;
using System.Runtime.InteropServices;
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
    public const string AboutColumn = "a";

    /// <summary>Id of the entity that a row of entities is about.</summary>
    public string? Entity { get; init; }

    /// <summary>Which modalities its claims have, a bit for each; 0 when it has no claims.</summary>
    public int Modalities { get; init; }

    /// <summary>Whether the word of a row of words stands in the title.</summary>
    public bool InTitle { get; init; }

    /// <summary>In rows by which copies are found: the signature of the article.</summary>
    public string? Signature { get; init; }

    /// <summary>In rows of entities: whom its claims are about, a bit of 64 for each id and name (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970).</summary>
    public long? About { get; init; }

    /// <summary>The bit of an id or a folded name.</summary>
    public static long Bit(string name) => 1L << (int)(XxHash32.HashToUInt32(MemoryMarshal.AsBytes(name.AsSpan())) & 63);

    /// <summary>A set of modalities as bits.</summary>
    public static int Bits(IEnumerable<Claims.Modality> modalities) => modalities.Aggregate(0, (bits, modality) => bits | (1 << (int)modality));

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Partition, Key) { ["g"] = Generation, ["data"] = Data, [ModalitiesColumn] = Modalities };
        if (Entity is not null) entity[EntityColumn] = Entity;
        if (Signature is not null) entity[SignatureColumn] = Signature;
        if (About is { } about) entity[AboutColumn] = about;
        if (InTitle) entity[TitleColumn] = true;
        return entity;
    }
}
