using Microsoft.Azure.Functions.Worker;
using NewsIngest.Local.Hosting;
using Xunit;

namespace NewsIngest.Tests.Host;

/// <summary>What the function app answers to. A line that changes here changes what callers, keys and infrastructure rely on.</summary>
public sealed class FunctionSnapshotTests
{
    private const string Snapshot =
        """
        AnyOtherRoute  http  {*path}  Anonymous
        DeleteArticle  http DELETE articles/{id}  Function
        ExtractClaims  queue articles-parsed
        FollowDeletion  queue articles-deleted
        GetArticle     http GET,HEAD articles/{id}  Function
        GetEntity      http GET,HEAD entities/{id}  Function
        GetHealth      http GET,HEAD health  Anonymous
        GetOpenApi     http GET,HEAD openapi.json  Anonymous
        GetStatus      http GET,HEAD status  Function
        GetUi          http GET,HEAD ui/{*path}  Anonymous
        ListArticles   http GET,HEAD articles  Function
        ListClaims     http GET,HEAD claims  Function
        ListEntities   http GET,HEAD entities  Function
        ListPoison     http GET,HEAD poison  Function
        ParseArticle   blob articles/{name} → articles-parsed
        PostArticle    http POST articles  Function
        ReprocessArticle  http POST articles/{id}/reprocess  Function
        ReprocessOlder  http POST reprocess  Admin
        RetryPoison    http POST poison/retry  Admin
        RetryPoisonMessage  http POST poison/{id}/retry  Function
        WatchQueues    timer 0 */5 * * * *
        """;

    [Fact]
    public void The_functions_are_these()
    {
        var functions = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly);

        Assert.Equal(Snapshot.ReplaceLineEndings("\n"), string.Join('\n', functions.Select(Line)));
    }

    [Fact]
    public void The_blob_trigger_uses_Event_Grid_where_it_is_published_and_scans_where_it_is_debugged()
    {
        var source = FunctionCatalog.Discover(typeof(DevelopmentHost).Assembly).Select(function => function.Trigger).OfType<BlobFunctionTrigger>().Single().Source;

#if DEBUG
        Assert.Equal(BlobTriggerSource.LogsAndContainerScan, source);
#else
        Assert.Equal(BlobTriggerSource.EventGrid, source);
#endif
    }

    private static string Line(FunctionDescriptor function)
    {
        var trigger = function.Trigger switch
        {
            HttpFunctionTrigger http => $"http {string.Join(',', http.Methods)} {http.Route}  {http.Level}",
            BlobFunctionTrigger blob => $"blob {blob.Container}/{{{blob.NameParameter}}}",
            QueueFunctionTrigger queue => $"queue {queue.Queue}",
            TimerFunctionTrigger timer => $"timer {timer.Schedule}",
            _ => throw new InvalidOperationException(function.Trigger.ToString()),
        };
        return $"{function.Name,-13}  {trigger}{(function.OutputQueue is { } output ? $" → {output}" : "")}";
    }
}
