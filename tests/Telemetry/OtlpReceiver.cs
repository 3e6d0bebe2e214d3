using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsIngest.Tests.Telemetry;

/// <summary>A span as a collector gets it.</summary>
internal sealed record ReceivedSpan(string Name, string TraceId, string SpanId, string ParentSpanId, IReadOnlyDictionary<string, string> Attributes);

/// <summary>
/// Takes traces and metrics as a collector does: OTLP 1.x over HTTP, binary protobuf, read with the protobuf library by the field numbers of the specification
/// (opentelemetry/proto/collector/trace/v1/trace_service.proto and .../metrics/v1/metrics_service.proto).
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost("/v1/traces", request => TakeAsync(request, ReadTraces));
        app.MapPost("/v1/metrics", request => TakeAsync(request, ReadMetrics));
    }

    public string Address => app.Urls.Single();

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = [];

    /// <summary>Names of the measurements that came.</summary>
    public ConcurrentDictionary<string, bool> Metrics { get; } = new(StringComparer.Ordinal);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task TakeAsync(HttpContext context, Action<ByteString> read)
    {
        Stream body = context.Request.Body;
        if (context.Request.Headers.ContentEncoding == "gzip") body = new GZipStream(body, CompressionMode.Decompress);
        if (context.Request.ContentType != "application/x-protobuf")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        read(await ByteString.FromStreamAsync(body));
        // An empty answer is one without a partial success, of which all fields have their default.
        context.Response.ContentType = "application/x-protobuf";
    }

    /// <summary>ExportTraceServiceRequest: resource_spans = 1, ResourceSpans: scope_spans = 2, ScopeSpans: spans = 2.</summary>
    private void ReadTraces(ByteString request)
    {
        foreach (var span in Messages(request, 1).SelectMany(resource => Messages(resource, 2)).SelectMany(scope => Messages(scope, 2)))
        {
            // Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, attributes = 9.
            Spans.Enqueue(new ReceivedSpan(
                Text(span, 5), Hex(span, 1), Hex(span, 2), Hex(span, 4), Messages(span, 9).ToDictionary(attribute => Text(attribute, 1), Value, StringComparer.Ordinal)));
        }
    }

    /// <summary>ExportMetricsServiceRequest: resource_metrics = 1, ResourceMetrics: scope_metrics = 2, ScopeMetrics: metrics = 2, Metric: name = 1.</summary>
    private void ReadMetrics(ByteString request)
    {
        foreach (var metric in Messages(request, 1).SelectMany(resource => Messages(resource, 2)).SelectMany(scope => Messages(scope, 2))) Metrics[Text(metric, 1)] = true;
    }

    /// <summary>KeyValue: value = 2, AnyValue: string_value = 1.</summary>
    private static string Value(ByteString attribute) => Messages(attribute, 2).Select(value => Text(value, 1)).FirstOrDefault("");

    private static string Text(ByteString message, uint field) => Messages(message, field).Select(value => value.ToStringUtf8()).FirstOrDefault("");

    private static string Hex(ByteString message, uint field) => Messages(message, field).Select(value => Convert.ToHexStringLower(value.Span)).FirstOrDefault("");

    /// <summary>The values of a field whose length precedes them: messages, strings and bytes.</summary>
    private static List<ByteString> Messages(ByteString message, uint field)
    {
        var values = new List<ByteString>();
        using var input = message.CreateCodedInput();
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (tag == WireFormat.MakeTag((int)field, WireFormat.WireType.LengthDelimited)) values.Add(input.ReadBytes());
            else input.SkipLastField();
        }

        return values;
    }
}
