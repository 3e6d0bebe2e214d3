using NewsIngest.Bench.Faults;
using Xunit;

namespace NewsIngest.Tests.Storage;

/// <summary>All rows and blobs of an account as text, for comparing two runs.</summary>
internal static class StorageSnapshot
{
    public static Task<SortedDictionary<string, string>> TakeAsync(StorageHarness storage) => TakeAsync(storage.Connection);

    public static async Task<SortedDictionary<string, string>> TakeAsync(string connection) => (await StorageState.ReadAsync(connection)).Entries;

    /// <summary>Fails with the rows and blobs that differ.</summary>
    public static async Task AssertSameAsync(StorageHarness expected, StorageHarness actual) =>
        AssertSame(await TakeAsync(expected), await TakeAsync(actual), "");

    public static void AssertSame(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual, string after)
    {
        var differences = StorageState.Differences(expected, actual);
        Assert.True(differences.Count == 0, $"{after}\n{string.Join('\n', differences)}");
    }
}
