using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsIngest.Articles;
using NewsIngest.Local.Hosting;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Storage;

/// <summary>Why a call was made.</summary>
internal enum CallPurpose
{
    /// <summary>For files and articles, from the drop on.</summary>
    Article,

    /// <summary>Asking a queue that was empty.</summary>
    Polling,

    /// <summary>The container watcher looking for files, which is Event Grid's part in Azure.</summary>
    Watching,

    /// <summary>Once at start, or every few minutes, however many articles come.</summary>
    Standing,
}

/// <summary>A call, why it was made, and the ids of the files or articles it was made for, as often as it served them.</summary>
internal sealed record OwnedCall(StorageCall Call, CallKind Kind, CallPurpose Purpose, IReadOnlyList<string> Owners);

/// <summary>Says for each recorded call which file or article it was made for. Ids are those of the product; a file has the id its article has when it holds one.</summary>
internal sealed partial class CallOwners
{
    private readonly Dictionary<string, string> files;
    private readonly HashSet<string> ids;
    private readonly Dictionary<string, string> messages = new(StringComparer.Ordinal);

    /// <param name="files">What became of the files.</param>
    public CallOwners(IReadOnlyList<FileStatus> files)
    {
        this.files = files.ToDictionary(file => file.File, file => ArticleId.From(StorageNames.ArticlesContainer, file.File), StringComparer.Ordinal);
        ids = [.. this.files.Values, .. files.SelectMany(file => file.Articles)];
    }

    public IReadOnlyList<OwnedCall> Assign(IEnumerable<StorageCall> calls) => [.. calls.Select(Assign)];

    private OwnedCall Assign(StorageCall call)
    {
        var kind = CallKinds.Of(call);
        if (call.Path.StartsWith(HostStorage.HostContainer, StringComparison.Ordinal) || kind == CallKind.BlobList) return new OwnedCall(call, kind, CallPurpose.Watching, []);
        if (kind == CallKind.QueueReceive) return Received(call, kind);
        var owner = call.Service switch
        {
            StorageService.Blob => OfBlob(call.Path),
            StorageService.Queue => kind == CallKind.QueueSend ? OfMessage(Messages(call.BodyText).FirstOrDefault().Text) : OfMessageId(call.Path),
            _ => OfRow(call.Path + call.BodyText),
        };
        return owner is null ? new OwnedCall(call, kind, CallPurpose.Standing, []) : new OwnedCall(call, kind, CallPurpose.Article, [owner]);
    }

    private OwnedCall Received(StorageCall call, CallKind kind)
    {
        var owners = new List<string>();
        foreach (var (id, text) in Messages(call.AnswerText))
        {
            if (OfMessage(text) is not { } owner) continue;
            owners.Add(owner);
            messages[id] = owner;
        }

        return new OwnedCall(call, kind, owners.Count == 0 ? CallPurpose.Polling : CallPurpose.Article, owners);
    }

    private string? OfBlob(string path)
    {
        var (container, name) = path.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? (path[..at], path[(at + 1)..]) : (path, "");
        return container == StorageNames.ArticlesContainer ? files.GetValueOrDefault(name) : OfRow(name);
    }

    private string? OfMessageId(string path) => messages.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]);

    private string? OfMessage(string? text)
    {
        if (text is null) return null;
        using var json = JsonDocument.Parse(text);
        return json.RootElement.TryGetProperty("BlobName", out var blob) ? files.GetValueOrDefault(blob.GetString()!)
            : json.RootElement.TryGetProperty("articleId", out var article) && ids.Contains(article.GetString()!) ? article.GetString()
            : null;
    }

    /// <summary>A change of a file's row is the file's, whatever else is in the transaction.</summary>
    private string? OfRow(string text)
    {
        var found = Id().Matches(Uri.UnescapeDataString(text)).Where(match => ids.Contains(match.Groups["id"].Value)).ToList();
        return (found.FirstOrDefault(match => match.Groups["file"].Success) ?? found.FirstOrDefault())?.Groups["id"].Value;
    }

    private static IEnumerable<(string Id, string Text)> Messages(string xml)
    {
        if (xml.Length == 0) yield break;
        foreach (var message in XDocument.Parse(xml.TrimStart('\uFEFF')).Descendants("QueueMessage"))
        {
            if (message.Element("MessageText") is { } text)
                yield return (message.Element("MessageId")?.Value ?? "", Encoding.UTF8.GetString(Convert.FromBase64String(text.Value)));
        }
    }

    [GeneratedRegex("(?<file>file~)?(?<id>(?<![0-9a-f])[0-9a-f]{20}(?![0-9a-f]))")]
    private static partial Regex Id();
}
