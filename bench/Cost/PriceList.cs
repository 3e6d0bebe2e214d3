using System.Text.Json;
using NewsIngest.Bench.Storage;

namespace NewsIngest.Bench.Cost;

/// <summary>The prices of <c>prices.json</c>, in its currency.</summary>
internal sealed record PriceList
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public required string Currency { get; init; }

    public required string Region { get; init; }

    public required DateOnly Date { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    public required double PerMillionExecutions { get; init; }

    public required double PerGigabyteSecond { get; init; }

    /// <summary>Memory of an instance, paid whole for as long as anything runs on it.</summary>
    public required double InstanceGigabytes { get; init; }

    /// <summary>What a run on an otherwise idle instance is rounded up to.</summary>
    public required double ShortestRunSeconds { get; init; }

    public required double PerMillionEventGridOperations { get; init; }

    /// <summary>Publishing and one delivery.</summary>
    public required double EventGridOperationsPerFile { get; init; }

    /// <summary>For "blob" and "table".</summary>
    public required IReadOnlyDictionary<string, double> PerGigabyteMonth { get; init; }

    /// <summary>For each <see cref="CallKind"/>.</summary>
    public required IReadOnlyDictionary<string, double> PerTenThousandCalls { get; init; }

    public static PriceList Load()
    {
        using var stream = typeof(PriceList).Assembly.GetManifestResourceStream("prices.json")!;
        return JsonSerializer.Deserialize<PriceList>(stream, Json)!;
    }

    public double Of(CallKind kind) => PerTenThousandCalls[kind.Name()] / 10_000;
}
