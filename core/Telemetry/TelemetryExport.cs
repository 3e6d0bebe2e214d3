using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace NewsIngest.Telemetry;

/// <summary>Sends traces and metrics to a collector by OTLP, when its address is set.</summary>
internal static class TelemetryExport
{
    /// <summary>The setting of the OpenTelemetry specification. The others of its kind (headers, protocol, sampler) are read by the exporter itself.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint) return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address)) throw new InvalidOperationException($"The setting {Endpoint} is not an address.");
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(NewsTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(NewsTelemetry.Name))
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, address);
    }
}
