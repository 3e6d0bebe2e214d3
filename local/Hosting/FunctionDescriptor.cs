using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Local.Hosting;

/// <summary>A function as its attributes declare it.</summary>
internal sealed record FunctionDescriptor(string Name, MethodInfo Method, FunctionTrigger Trigger, string? OutputQueue)
{
    /// <summary>The name by which the real host knows the function in its own messages and webhooks.</summary>
    public string Id => $"Host.Functions.{Name}";
}

/// <summary>What starts a function.</summary>
internal abstract record FunctionTrigger;

internal sealed record HttpFunctionTrigger(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : FunctionTrigger;

/// <summary>Blobs of one container; <paramref name="NameParameter"/> is the placeholder that takes the blob's whole name.</summary>
internal sealed record BlobFunctionTrigger(string Container, string NameParameter, BlobTriggerSource Source) : FunctionTrigger;

internal sealed record QueueFunctionTrigger(string Queue) : FunctionTrigger;

internal sealed record TimerFunctionTrigger(string Schedule) : FunctionTrigger;
