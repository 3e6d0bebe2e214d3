using Azure.Data.Tables;

namespace NewsIngest.Storage.Index;

/// <summary>A row of the index before it is written.</summary>
internal sealed record IndexRow(string Partition, string Key, string Generation, byte[] Data)
{
    public TableEntity ToEntity() => new(Partition, Key) { ["g"] = Generation, ["data"] = Data };
}
