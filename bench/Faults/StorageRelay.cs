using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NewsIngest.Bench.Faults;

/// <summary>
/// Carries TCP connections to the storage emulator, at ports that stay the same while the emulator comes and goes.
/// When it is cut, every connection breaks at once and new ones are refused, as in an outage: answers on their way are lost.
/// </summary>
internal sealed class StorageRelay : IAsyncDisposable
{
    private readonly TcpListener[] listeners = [.. Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task[] accepting;
    private int[]? targets;
    private TaskCompletionSource? silence;

    public StorageRelay()
    {
        foreach (var listener in listeners) listener.Start();
        accepting = [.. listeners.Select((_, service) => AcceptAsync(service))];
    }

    /// <summary>Ports for blobs, queues and tables.</summary>
    public IReadOnlyList<int> Ports => [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];

    /// <summary>Lets connections through to the ports of an emulator that has started.</summary>
    public void Connect(int blobs, int queues, int tables) => Volatile.Write(ref targets, [blobs, queues, tables]);

    /// <summary>Breaks all connections and refuses new ones.</summary>
    public void Cut()
    {
        Volatile.Write(ref targets, null);
        foreach (var client in open.Keys) Break(client);
    }

    /// <summary>Takes connections and what they send, and answers nothing, not even to what was sent before; when it is over, those connections break.</summary>
    public async Task FallSilentAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref silence, over);
        try
        {
            await Task.Delay(length, cancellationToken);
        }
        finally
        {
            Volatile.Write(ref silence, null);
            over.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        foreach (var listener in listeners) listener.Stop();
        Cut();
        await Task.WhenAll(accepting);
        end.Dispose();
    }

    private async Task AcceptAsync(int service)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listeners[service].AcceptTcpClientAsync(end.Token), service);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (end.IsCancellationRequested) return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client, int service)
    {
        var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        open[client] = open[server] = true;
        try
        {
            if (Volatile.Read(ref silence) is { } over)
            {
                await over.Task;
            }
            else if (Volatile.Read(ref targets) is { } ports)
            {
                await server.ConnectAsync(IPAddress.Loopback, ports[service], end.Token);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has gone: this side goes too.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
            Break(client);
            Break(server);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, end.Token)) > 0;)
        {
            if (Volatile.Read(ref silence) is { } over)
            {
                await over.Task;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }

    /// <summary>Ends a connection with a reset, so that nothing is delivered any more.</summary>
    private static void Break(TcpClient client)
    {
        try
        {
            client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or NullReferenceException)
        {
            // Closed already.
        }

        client.Dispose();
    }
}
