using NewsIngest.Articles;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Bench.Storage;

/// <summary>The calls for one file and its articles. Those of a step were under way at once; a step waits for the one before it.</summary>
internal sealed record CallChain(string File, IReadOnlyList<IReadOnlyList<StorageCall>> Steps)
{
    /// <summary>Takes calls apart into chains, in the order in which these began. A call for several files goes to the first. Messages that found no queue are left out: here there is one.</summary>
    public static IReadOnlyList<CallChain> Of(IReadOnlyList<FileStatus> files, IEnumerable<OwnedCall> calls)
    {
        var fileOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            fileOf[ArticleId.From(StorageNames.ArticlesContainer, file.File)] = file.File;
            foreach (var article in file.Articles) fileOf[article] = file.File;
        }

        return
        [
            .. calls.Where(call => call.Owners.Count > 0 && !(call.Kind == CallKind.QueueSend && call.Call.Status == 404))
                .GroupBy(call => fileOf[call.Owners[0]], call => call.Call, StringComparer.Ordinal)
                .OrderBy(group => group.Min(call => call.Started))
                .Select(group => new CallChain(group.Key, StepsOf(group.OrderBy(call => call.Started)))),
        ];
    }

    private static List<List<StorageCall>> StepsOf(IEnumerable<StorageCall> calls)
    {
        var steps = new List<List<StorageCall>>();
        var firstEnd = long.MinValue;
        foreach (var call in calls)
        {
            if (call.Started >= firstEnd)
            {
                steps.Add([]);
                firstEnd = long.MaxValue;
            }

            steps[^1].Add(call);
            firstEnd = Math.Min(firstEnd, call.Ended);
        }

        return steps;
    }
}
