using NewsIngest.Articles;
using NewsIngest.Bench.Storage;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Cost;

/// <summary>Adds up the calls of each article.</summary>
internal sealed class CostLedger
{
    private readonly Dictionary<string, List<string>> articlesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> calls = new(StringComparer.Ordinal);
    private readonly Dictionary<CallKind, double> kinds = [];

    public CostLedger(IReadOnlyList<FileStatus> files, IEnumerable<OwnedCall> owned)
    {
        foreach (var file in files)
        {
            articlesOf[ArticleId.From(StorageNames.ArticlesContainer, file.File)] = [.. file.Articles];
            foreach (var article in file.Articles) calls[article] = 0;
        }

        foreach (var call in owned)
        {
            foreach (var owner in call.Owners) Charge(owner, call.Kind);
        }
    }

    /// <summary>Calls of each article, lowest first.</summary>
    public IReadOnlyList<double> PerArticle => [.. calls.Values.Order()];

    public IReadOnlyDictionary<CallKind, double> ByKind => kinds;

    /// <summary>The value that the given part of the articles does not exceed; 0 without articles.</summary>
    public double Quantile(double part) => calls.Count == 0 ? 0 : PerArticle[Math.Max(0, (int)Math.Ceiling(part * calls.Count) - 1)];

    private void Charge(string owner, CallKind kind)
    {
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        var payers = articlesOf.GetValueOrDefault(owner) is { Count: > 0 } several ? several : [owner];
        foreach (var article in payers.Where(calls.ContainsKey)) calls[article] += 1.0 / payers.Count;
    }
}
