using Azure.Storage.Blobs;

namespace NewsIngest.Local.Hosting;

/// <summary>What a trigger hands to a function.</summary>
internal abstract record FunctionCall;

internal sealed record HttpFunctionCall(HttpContext Context) : FunctionCall;

internal sealed record BlobFunctionCall(BlobClient Blob) : FunctionCall;

internal sealed record QueueFunctionCall(string Message) : FunctionCall;

internal sealed record TimerFunctionCall : FunctionCall;
