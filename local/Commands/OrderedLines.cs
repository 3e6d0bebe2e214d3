using System.Threading.Channels;

namespace NewsIngest.Local.Commands;

/// <summary>Turns lines into lines on all cores, and writes the results in the order of the input while it is still being read.</summary>
internal static class OrderedLines
{
    private const int LinesAheadPerCore = 4;

    /// <summary>
    /// Passes each line that is not blank, with its number (the first line is 1), to <paramref name="convert"/>, which must be safe for
    /// concurrent use and return the bytes to write, null for none. Memory holds a fixed number of lines, whatever the input's length.
    /// </summary>
    public static async Task RunAsync(TextReader input, Stream output, Func<int, string, byte[]?> convert, CancellationToken cancellationToken)
    {
        var inOrder = Channel.CreateBounded<Task<byte[]?>>(Environment.ProcessorCount * LinesAheadPerCore);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(input, inOrder.Writer, convert, stop.Token);
        try
        {
            await foreach (var result in inOrder.Reader.ReadAllAsync(cancellationToken))
            {
                if (await result is not { } bytes) continue;
                await output.WriteAsync(bytes, cancellationToken);
                if (!inOrder.Reader.TryPeek(out _)) await output.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await reading;
    }

    private static async Task ReadAsync(TextReader input, ChannelWriter<Task<byte[]?>> inOrder, Func<int, string, byte[]?> convert, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                var current = number;
                await inOrder.WriteAsync(Task.Run(() => convert(current, line), cancellationToken), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            failure = exception;
        }
        finally
        {
            inOrder.Complete(failure);
        }
    }
}
