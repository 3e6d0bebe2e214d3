using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using NewsIngest.Serialization;
using NewsIngest.Storage;
using NewsIngest.Telemetry;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Telemetry;

/// <summary>What the pipeline tells of itself.</summary>
public sealed class TraceTests(AzuriteFixture azurite)
{
    private const string Text = "Gate shut\n\n“The gate is shut,” guard Ina Moss said on Friday.\n";

    [Fact]
    public async Task One_trace_goes_from_the_file_to_the_index_across_the_queue()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewsTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("trace.txt", Text);
        var article = await host.QueryableAsync("trace.txt", Text);
        var id = article.GetProperty("id").GetString();

        var received = await Eventually.GetAsync(
            () => Task.FromResult(spans.Where(span => Equals(span.GetTagItem(NewsTelemetry.ArticleTag), id)).ToList()),
            found => found.Any(span => span.OperationName == "extract"),
            "the span of the extraction");
        var ingest = received.First(span => span.OperationName == "ingest" && spans.Any(child => child.ParentSpanId == span.SpanId && child.OperationName == "parse"));
        var extract = received.First(span => span.OperationName == "extract");
        Assert.Equal(ingest.TraceId, extract.TraceId);
        Assert.Equal(ingest.SpanId, extract.ParentSpanId);
        var trace = spans.Where(span => span.TraceId == ingest.TraceId).Select(span => span.OperationName).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["ingest", "parse", "extract", "analyze", "index"], StringComparer.Ordinal), trace);
        Assert.DoesNotContain(spans, span => span.TagObjects.Any(tag => $"{tag.Value}".Contains("Ina Moss", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Articles_claims_and_stages_are_measured()
    {
        var values = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == NewsTelemetry.Name) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("measured.txt", Text);
        await host.DropAsync("empty.txt", "");
        await host.QueryableAsync("measured.txt", Text);
        await host.FailedAsync("empty.txt");

        foreach (var name in (string[])["newsingest.articles parsed", "newsingest.articles done", "newsingest.articles failed", "newsingest.claims", "newsingest.stage.duration ingest", "newsingest.stage.duration parse", "newsingest.stage.duration extract", "newsingest.stage.duration analyze", "newsingest.stage.duration index"])
            await Eventually.TrueAsync(() => Task.FromResult(values.GetValueOrDefault(name) > 0), name);

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            values.AddOrUpdate(tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value, (_, sum) => sum + value);
    }

    [Fact]
    public void A_message_of_an_earlier_version_is_read_and_one_without_a_trace_is_written_as_before()
    {
        var read = JsonSerializer.Deserialize("{\"articleId\":\"a\",\"revision\":\"b\",\"later\":1}", NewsIngestJson.Stored.ArticleMessage);
        Assert.Equal(new ArticleMessage("a", "b"), read);
        Assert.Equal("{\"articleId\":\"a\",\"revision\":\"b\"}", JsonSerializer.Serialize(new ArticleMessage("a", "b"), NewsIngestJson.Stored.ArticleMessage));
        Assert.Contains("\"traceparent\":\"00-", JsonSerializer.Serialize(new ArticleMessage("a", "b") { TraceParent = "00-1" }, NewsIngestJson.Stored.ArticleMessage), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-00")]
    public void A_forged_trace_context_does_no_harm(string traceParent)
    {
        using var stage = Stage.Receive("extract", "a", traceParent);
        stage.Fail(new InvalidDataException("text that stays out"));
        Assert.DoesNotContain("nonsense", stage.TraceParent ?? "", StringComparison.Ordinal);
    }
}
