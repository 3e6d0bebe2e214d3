using Azure.Storage.Blobs;

namespace NewsIngest.Local.Hosting;

/// <summary>A function ready to be called: bound, invoked, and its output sent.</summary>
internal sealed class FunctionRunner(FunctionDescriptor function, FunctionInvoker invoker, QueueSender sender, HostStorage storage, ILogger logger)
{
    private readonly FunctionBinder binder = FunctionBinder.For(function);

    public FunctionDescriptor Function => function;

    /// <summary>Runs an HTTP function and returns what it answers with.</summary>
    public Task<object?> AnswerAsync(HttpContext context) => invoker.InvokeAsync(function, binder, new HttpFunctionCall(context), context.RequestAborted);

    /// <summary>Runs a queue function.</summary>
    public Task RunMessageAsync(string message, CancellationToken cancellationToken) => RunAsync(new QueueFunctionCall(message), cancellationToken);

    /// <summary>Runs a blob function for the blob of an internal message, unless it is gone meanwhile.</summary>
    public async Task RunBlobAsync(BlobMessage message, CancellationToken cancellationToken)
    {
        var blob = storage.Blobs.GetBlobContainerClient(message.ContainerName).GetBlobClient(message.BlobName);
        if (await blob.ExistsAsync(cancellationToken))
            await RunAsync(new BlobFunctionCall(blob), cancellationToken);
        else
            logger.LogInformation("Blob {Blob} is gone; there is nothing to do", message.BlobName);
    }

    /// <summary>Runs a timer function.</summary>
    public Task RunTimerAsync(CancellationToken cancellationToken) => RunAsync(new TimerFunctionCall(), cancellationToken);

    /// <summary>Runs a function by hand, with the input that the administration route takes: a message, or container/name of a blob.</summary>
    public Task RunByHandAsync(string input, CancellationToken cancellationToken) => function.Trigger switch
    {
        QueueFunctionTrigger => RunMessageAsync(input, cancellationToken),
        BlobFunctionTrigger => RunAsync(new BlobFunctionCall(BlobAt(input)), cancellationToken),
        TimerFunctionTrigger => RunTimerAsync(cancellationToken),
        _ => throw new NotSupportedException($"Function {function.Name} is called by its own route."),
    };

    private BlobClient BlobAt(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? storage.Blobs.GetBlobContainerClient(path[..slash]).GetBlobClient(path[(slash + 1)..])
            : throw new FormatException($"'{path}' is not of the form container/name.");
    }

    private async Task RunAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        var result = await invoker.InvokeAsync(function, binder, call, cancellationToken);
        if (function.OutputQueue is { } queue) await sender.SendResultAsync(queue, result, cancellationToken);
    }
}
