using System.Text.Json.Serialization;
using NewsIngest.Storage.Backup;

namespace NewsIngest.Serialization;

/// <summary>JSON of the lines of a backup, in the form of <see cref="NewsIngestJson"/>.</summary>
[JsonSerializable(typeof(BackupHeader))]
[JsonSerializable(typeof(BackupFile))]
internal sealed partial class BackupJson : JsonSerializerContext
{
    public static BackupJson Stored { get; } = new(NewsIngestJson.NewOptions());
}
