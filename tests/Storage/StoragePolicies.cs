using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace NewsIngest.Tests.Storage;

/// <summary>The instance died: what it had not sent is never sent.</summary>
internal sealed class CrashException() : Exception("this instance has died");

/// <summary>Lets a number of calls through and then stands for a process that died before it sent the next.</summary>
internal sealed class CrashPolicy(int calls) : HttpPipelinePolicy
{
    private int sent;

    /// <summary>Whether there were more calls than allowed.</summary>
    public bool Crashed => Volatile.Read(ref sent) > calls;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        Interlocked.Increment(ref sent) > calls ? throw new CrashException() : ProcessNextAsync(message, pipeline);
}

/// <summary>Counts the calls to the storage by kind.</summary>
internal sealed class CallCounter : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> calls = new();

    public IReadOnlyList<string> Calls => [.. calls];

    public void Reset() => calls.Clear();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        calls.Enqueue($"{message.Request.Method} {message.Request.Uri.Path}");
        return ProcessNextAsync(message, pipeline);
    }
}

/// <summary>Holds one call back until it is released: a slow instance.</summary>
internal sealed class HoldPolicy(Func<Request, bool> which) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the call is held.</summary>
    public Task Reached => reached.Task;

    public void Release() => released.TrySetResult();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (which(message.Request))
        {
            reached.TrySetResult();
            await released.Task;
        }

        await ProcessNextAsync(message, pipeline);
    }
}
