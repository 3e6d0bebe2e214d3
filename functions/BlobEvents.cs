using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Functions;

/// <summary>
/// How the blob trigger learns of new files. A published app uses Event Grid, the only source Flex Consumption accepts.
/// A debug build scans the container, so that Core Tools see files dropped into Azurite, which sends no events.
/// </summary>
internal static class BlobEvents
{
#if DEBUG
    public const BlobTriggerSource Source = BlobTriggerSource.LogsAndContainerScan;
#else
    public const BlobTriggerSource Source = BlobTriggerSource.EventGrid;
#endif
}
