using NewsIngest.Tests.Cli;
using NewsIngest.Tests.EndToEnd;
using NewsIngest.Tests.Faults;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Infra;
using NewsIngest.Tests.Query;
using NewsIngest.Tests.Storage;
using NewsIngest.Tests.Ui;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace NewsIngest.Tests.Fixtures;

/// <summary>Starts the tests that run one after another for longest before all others: begun last, one of them would run alone at the end, on half of the cores.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        NameOf<CrashInFeedTests>(), BrowserCollection.Name, NameOf<BicepTests>(), NameOf<RacingVersionsTests>(), NameOf<CrashInDeletionTests>(), NameOf<CampaignTests>(),
        NameOf<OutageTests>(), NameOf<KilledHostTests>(), NameOf<RunCommandTests>(), NameOf<CrashInNewVersionTests>(), NameOf<QueryCallTests>(), NameOf<LimitTests>(),
        NameOf<ClaimQueryTests>(),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static string NameOf<T>() => $"Test collection for {typeof(T).FullName} ";

    private static int Rank(string name) => Array.FindIndex(Long, start => name.StartsWith(start, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}
