using NewsIngest.Telemetry;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Telemetry;

/// <summary>What a collector gets when its address is set.</summary>
public sealed class OtlpExportTests(AzuriteFixture azurite)
{
    private const string Text = "Gate shut\n\n“The gate is shut,” guard Ina Moss said on Friday.\n";

    [Fact]
    public async Task A_collector_gets_one_trace_from_the_file_to_the_index_rows_and_the_metrics()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        string id;
        await using (var host = await RunningHost.StartAsync(azurite.NewAccount(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)))
        {
            await host.DropAsync("exported.txt", Text);
            id = (await host.QueryableAsync("exported.txt", Text)).GetProperty("id").GetString()!;
            await host.IdleAsync();
        }

        // What was recorded is sent at the latest when the host ends.
        var extract = Assert.Single(collector.Spans, span => span.Name == "extract" && span.Attributes.GetValueOrDefault(NewsTelemetry.ArticleTag) == id && HasChild(span, "index"));
        var ingest = Assert.Single(collector.Spans, span => span.SpanId == extract.ParentSpanId);
        Assert.Equal(("ingest", extract.TraceId), (ingest.Name, ingest.TraceId));
        Assert.Matches("^[0-9a-f]{32}$", extract.TraceId);
        Assert.True(HasChild(ingest, "parse"), "the span of the parser");
        Assert.True(HasChild(extract, "analyze"), "the span of the analysis");
        Assert.Superset(
            new HashSet<string>(["newsingest.articles", "newsingest.claims", "newsingest.stage.duration", "newsingest.reads.left"], StringComparer.Ordinal),
            collector.Metrics.Keys.ToHashSet(StringComparer.Ordinal));

        bool HasChild(ReceivedSpan parent, string name) => collector.Spans.Any(span => span.Name == name && span.ParentSpanId == parent.SpanId && span.TraceId == parent.TraceId);
    }
}
