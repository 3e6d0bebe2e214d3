namespace NewsIngest.Storage.Manifest;

/// <summary>A row was written by a newer version of the app: an older one that still runs leaves it alone, and the message comes again.</summary>
internal sealed class NewerSchemaException(string message) : Exception(message);
