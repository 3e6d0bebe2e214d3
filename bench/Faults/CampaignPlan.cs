using NewsIngest.Bench.Generation;

namespace NewsIngest.Bench.Faults;

/// <summary>One thing that a newsroom does: drop a file, or take an article out.</summary>
internal abstract record DeskAction
{
    /// <param name="File">What to drop; over an earlier version when there is one.</param>
    public sealed record Drop(GeneratedFile File) : DeskAction;

    /// <param name="Blob">The file whose first article goes.</param>
    public sealed record Delete(string Blob) : DeskAction;
}

/// <summary>
/// What is dropped, overwritten and deleted, in order, made from a seed. A tenth of the files is overwritten, a twentieth loses an article,
/// a fiftieth cannot be read at first or at last.
/// </summary>
internal sealed record CampaignPlan(IReadOnlyList<DeskAction> Actions, int Files, int Articles, int Overwritten, int Deleted)
{
    private const int ArticlesOfMany = 4;
    private const int OverwrittenOneIn = 10;
    private const int DeletedOneIn = 20;
    private const int BrokenOneIn = 50;

    /// <summary>How many files later, at most, a file is overwritten or deleted; mostly it is soon.</summary>
    private const double LongestDelay = 25;

    /// <param name="seed">Any number.</param>
    /// <param name="articles">The least number of articles.</param>
    public static CampaignPlan Create(int seed, int articles)
    {
        var random = new Random(seed);
        var news = new NewsGenerator(seed);
        var actions = new List<(double At, DeskAction Action)>();
        int files = 0, count = 0, overwritten = 0, deleted = 0, overwrite = 0, delete = 0, broken = 0;
        for (; count < articles; files++)
        {
            // One of each ten is overwritten, one of each twenty loses an article, one of each fifty is broken: which, is left to chance.
            if (files % OverwrittenOneIn == 0) overwrite = files + random.Next(OverwrittenOneIn);
            if (files % DeletedOneIn == 0) delete = files + random.Next(DeletedOneIn);
            if (files % BrokenOneIn == 0) broken = files + random.Next(BrokenOneIn);
            var later = files + (random.NextDouble() * random.NextDouble() * LongestDelay);
            var brokenAtLast = files == broken && files == overwrite && random.Next(2) == 0;
            count += files == broken ? 1 : NewsGenerator.HasMany(files) ? ArticlesOfMany : 1;
            actions.Add((files, new DeskAction.Drop(news.File(files, 0, files == broken && !brokenAtLast))));
            if (files == overwrite)
            {
                overwritten++;
                actions.Add((later, new DeskAction.Drop(news.File(files, 1, brokenAtLast))));
            }

            if (files != delete) continue;
            // What is overwritten or cannot be read is left alone: the next one loses an article.
            if (files == overwrite || files == broken)
            {
                delete++;
                continue;
            }

            deleted++;
            actions.Add((later, new DeskAction.Delete(news.File(files).Name)));
        }

        return new CampaignPlan([.. actions.OrderBy(pair => pair.At).Select(pair => pair.Action)], files, count, overwritten, deleted);
    }
}
