using NewsIngest.Storage;

namespace NewsIngest.Local.Hosting;

/// <summary>Runs the watchers and listeners of all functions for as long as the host runs.</summary>
internal sealed class TriggerService(
    FunctionSet functions,
    HostStorage storage,
    HostJson hostJson,
    HostSettings settings,
    QueueSignals signals,
    QueueSender sender,
    TimeProvider time,
    ILogger<TriggerService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource();
        await using var drain = stoppingToken.Register(() => abort.CancelAfter(settings.DrainTimeout));
        var tasks = new List<Task>();
        foreach (var runner in functions.Runners)
        {
            switch (runner.Function.Trigger)
            {
                case QueueFunctionTrigger queue:
                    tasks.Add(Listen(QueueListenerOptions.ForQueue(queue.Queue, hostJson, settings), runner.RunMessageAsync));
                    break;
                case TimerFunctionTrigger timer:
                    tasks.Add(new TimerListener(TimerListener.Parse(timer.Schedule)!, time, runner.RunTimerAsync).RunAsync(stoppingToken, abort.Token));
                    break;
                case BlobFunctionTrigger blob when settings.Watch:
                    tasks.Add(new ContainerWatcher(runner.Function, blob, DeletionQueue(blob.Container), storage, settings, sender, signals, time, logger).RunAsync(stoppingToken));
                    break;
            }
        }

        if (functions.Runners.Any(runner => runner.Function.Trigger is BlobFunctionTrigger))
            tasks.Add(Listen(QueueListenerOptions.ForBlobs(hostJson, settings), RunBlobAsync));
        await Task.WhenAll(tasks);

        Task Listen(QueueListenerOptions options, Func<string, CancellationToken, Task> run) =>
            new QueueListener(options, storage, signals, time, logger, run).RunAsync(stoppingToken, abort.Token);
    }

    /// <summary>As the subscriptions in infra/ have it.</summary>
    private static string? DeletionQueue(string container) => container == StorageNames.ArticlesContainer ? StorageNames.DeletedQueue : null;

    private Task RunBlobAsync(string text, CancellationToken cancellationToken)
    {
        var message = BlobMessage.Parse(text);
        var runner = functions.Runners.FirstOrDefault(runner => runner.Function.Id == message.FunctionId);
        return runner is null ? Task.CompletedTask : runner.RunBlobAsync(message, cancellationToken);
    }
}

/// <summary>All functions, ready to be called.</summary>
internal sealed record FunctionSet(IReadOnlyList<FunctionRunner> Runners);
