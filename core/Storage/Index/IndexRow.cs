using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index before it is written.</summary>
internal sealed record IndexRow(string Partition, string Key, string Generation, byte[] Data)
{
    /// <summary>Whether the entity of the key speaks in a claim of this row.</summary>
    public bool By { get; init; }

    /// <summary>Whether a claim of this row mentions the entity of the key.</summary>
    public bool About { get; init; }

    /// <summary>Whether the key is a word of the title.</summary>
    public bool Title { get; init; }

    public TableEntity ToEntity()
    {
        var entity = new TableEntity(Partition, Key) { ["g"] = Generation, ["data"] = Data };
        if (By) entity["by"] = true;
        if (About) entity["about"] = true;
        if (Title) entity["title"] = true;
        return entity;
    }
}
