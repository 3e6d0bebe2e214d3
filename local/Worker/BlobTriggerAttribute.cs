namespace Microsoft.Azure.Functions.Worker;

/// <summary>Declares what the function classes use of the attribute of the same name in the worker's packages.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    public string BlobPath { get; } = blobPath;

    public BlobTriggerSource Source { get; set; }
}

/// <summary>How the real host learns of new blobs.</summary>
internal enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}
