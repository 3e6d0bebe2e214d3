using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Sas;
using NewsIngest.Local.Azurite;

namespace NewsIngest.Bench.Storage;

/// <summary>
/// Sends recorded calls again, to an emulator that has not seen them: what the storage itself takes, without any work between the calls.
/// A signature of the account stands for those of the calls; ETags and receipts are replaced by those of this time.
/// </summary>
internal sealed partial class CallReplay : IDisposable
{
    private const int FirstError = 400;

    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);
    private readonly Dictionary<StorageService, (int Port, string Signature)> targets;
    private readonly ConcurrentDictionary<string, (string Id, string Receipt)> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> textOfMessage = new(StringComparer.Ordinal);
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });
    private int refused;

    /// <param name="azurite">Where to send to.</param>
    /// <param name="account">The account of the recording and of the emulator.</param>
    /// <param name="recorded">All calls, to know which message a call is about.</param>
    /// <param name="time">Dates the signature.</param>
    public CallReplay(AzuriteProcess azurite, AzuriteAccount account, IEnumerable<StorageCall> recorded, TimeProvider time)
    {
        var until = time.GetUtcNow() + Validity;
        var storage = new AccountSasBuilder(AccountSasPermissions.All, until, AccountSasServices.Blobs | AccountSasServices.Queues, AccountSasResourceTypes.All)
            .ToSasQueryParameters(new StorageSharedKeyCredential(account.Name, account.Key)).ToString();
        var tables = new TableServiceClient(new Uri($"http://127.0.0.1:{azurite.TablePort}/{account.Name}"), new TableSharedKeyCredential(account.Name, account.Key))
            .GenerateSasUri(Azure.Data.Tables.Sas.TableAccountSasPermissions.All, Azure.Data.Tables.Sas.TableAccountSasResourceTypes.All, until).Query.TrimStart('?');
        targets = new Dictionary<StorageService, (int, string)>
        {
            [StorageService.Blob] = (azurite.BlobPort, storage),
            [StorageService.Queue] = (azurite.QueuePort, storage),
            [StorageService.Table] = (azurite.TablePort, tables),
        };
        foreach (var call in recorded.Where(call => CallKinds.Of(call) == CallKind.QueueReceive))
        {
            foreach (var (id, _, text) in Messages(call.Answer)) textOfMessage[id] = text;
        }
    }

    /// <summary>Calls that failed here alone: deletions of messages that another chain was just receiving.</summary>
    public int Refused => refused;

    /// <summary>Sends chains side by side, so many at a time.</summary>
    public Task RunAsync(IEnumerable<CallChain> chains, int atOnce, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        chains,
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
        async (chain, cancel) =>
        {
            foreach (var step in chain.Steps) await Task.WhenAll(step.Select(call => SendAsync(call, cancel)));
        });

    public void Dispose() => client.Dispose();

    private async Task SendAsync(StorageCall call, CancellationToken cancellationToken)
    {
        var kind = CallKinds.Of(call);
        var (port, signature) = targets[call.Service];
        var target = kind == CallKind.QueueDelete ? DeleteTarget(call) : call.Target;
        var signed = target + (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + signature;
        var body = kind == CallKind.TableTransaction ? Encoding.UTF8.GetBytes(Condition().Replace(call.BodyText, "If-Match: *")) : call.Body;
        using var request = WireRequest.Create(call.Method, port, signed, call.Headers.Where(header => !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)), body);
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if ((int)response.StatusCode >= FirstError && call.Status < FirstError) Interlocked.Increment(ref refused);
        else if (kind == CallKind.QueueSend) Remember(answer, Messages(call.Body).Single().Text);
        else if (kind == CallKind.QueueReceive) Remember(answer, null);
    }

    private string DeleteTarget(StorageCall call)
    {
        var path = call.Target[..call.Target.IndexOf('?', StringComparison.Ordinal)];
        var at = path.LastIndexOf('/') + 1;
        return textOfMessage.TryGetValue(path[at..], out var text) && messages.TryGetValue(text, out var message)
            ? $"{path[..at]}{message.Id}?popreceipt={Uri.EscapeDataString(message.Receipt)}"
            : call.Target;
    }

    private void Remember(byte[] answer, string? sent)
    {
        foreach (var (id, receipt, text) in Messages(answer)) messages[sent ?? text] = (id, receipt);
    }

    private static IEnumerable<(string Id, string Receipt, string Text)> Messages(byte[] xml)
    {
        if (xml.Length == 0) return [];
        using var stream = new MemoryStream(xml);
        return [.. XDocument.Load(stream).Descendants("QueueMessage").Select(message => (Value(message, "MessageId"), Value(message, "PopReceipt"), Value(message, "MessageText")))];
    }

    private static string Value(XElement message, string name) => message.Element(name)?.Value ?? "";

    [GeneratedRegex("If-Match: W/\"[^\"\r\n]*\"")]
    private static partial Regex Condition();
}
