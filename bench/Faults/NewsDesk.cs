using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Faults;

/// <summary>Does what the plan says, as patiently as users who try again until it works.</summary>
internal sealed class NewsDesk : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private readonly BlobContainerClient articles;
    private readonly Func<Uri?> host;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <param name="connectionString">Where to drop.</param>
    /// <param name="random">For the events.</param>
    /// <param name="longestDelay">How late an event may come; none: every event comes once and at once.</param>
    /// <param name="host">A host that serves, null while there is none.</param>
    public NewsDesk(string connectionString, Random random, TimeSpan longestDelay, Func<Uri?> host)
    {
        this.host = host;
        articles = new BlobContainerClient(connectionString, StorageNames.ArticlesContainer, Patience.In(new BlobClientOptions()));
        Events = new EventInjector(new QueueServiceClient(connectionString, Patience.In(new QueueClientOptions())), random, longestDelay);
    }

    public EventInjector Events { get; }

    /// <summary>Makes what the desk writes to, as a deployment does.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await articles.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Events.PrepareAsync(cancellationToken);
    }

    public async Task DropAsync(DeskAction.Drop drop, CancellationToken cancellationToken)
    {
        var uploaded = await Patience.WithAsync(
            () => articles.GetBlobClient(drop.File.Name).UploadAsync(BinaryData.FromBytes(drop.File.Content), overwrite: true, cancellationToken), cancellationToken);
        await Events.DeliverAsync(drop.File.Name, uploaded.Value.ETag.ToString(), cancellationToken);
    }

    /// <summary>Asks for the deletion of the first article of a file, from when it is there until the answer is that it is gone.</summary>
    public async Task DeleteAsync(DeskAction.Delete delete, CancellationToken cancellationToken)
    {
        var id = await UntilAsync(() => FirstArticleAsync(delete.Blob, cancellationToken), cancellationToken);
        await UntilAsync(async () => await AskAsync(HttpMethod.Get, $"api/articles/{id}", cancellationToken) is { Code: HttpStatusCode.OK } ? id : null, cancellationToken);
        await UntilAsync(
            async () => await AskAsync(HttpMethod.Delete, $"api/articles/{id}", cancellationToken) is { Code: HttpStatusCode.NoContent or HttpStatusCode.NotFound } ? id : null,
            cancellationToken);
    }

    /// <summary>Has what the hosts gave up on tried again.</summary>
    /// <returns>How many messages; those that cannot succeed stay.</returns>
    public async Task<int> RetryPoisonAsync(CancellationToken cancellationToken)
    {
        var answer = await UntilAsync(async () => await AskAsync(HttpMethod.Post, "api/poison/retry", cancellationToken) is { Code: HttpStatusCode.OK } ok ? ok.Text : null, cancellationToken);
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("retried").GetInt32();
    }

    public void Dispose() => http.Dispose();

    private async Task<string?> FirstArticleAsync(string blob, CancellationToken cancellationToken)
    {
        if (await AskAsync(HttpMethod.Get, $"api/status?file={Uri.EscapeDataString(blob)}", cancellationToken) is not { Code: HttpStatusCode.OK } answer) return null;
        using var json = JsonDocument.Parse(answer.Text);
        return json.RootElement.GetProperty("articles").EnumerateArray().Select(id => id.GetString()).FirstOrDefault();
    }

    /// <summary>Null when no host answered.</summary>
    private async Task<Answer?> AskAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        if (host() is not { } address) return null;
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(address, path));
            using var response = await http.SendAsync(request, cancellationToken);
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<string> UntilAsync(Func<Task<string?>> ask, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ask() is { } answer) return answer;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private sealed record Answer(HttpStatusCode Code, string Text);
}
