using NewsIngest.Language.Model;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>The weights of a model, however they lie in memory: few classes, many weights a feature, few weights a feature.</summary>
public sealed class LinearModelTests
{
    private const int Features = 5_000;

    [Theory]
    [InlineData(3, 3)]
    [InlineData(17, 12)]
    [InlineData(17, 2)]
    [InlineData(60, 5)]
    public void Scores_are_the_sums_of_the_rows_of_known_features(int classes, int perFeature)
    {
        var random = new Random(classes);
        var rows = Rows(random, classes, perFeature);
        var expected = rows.ToDictionary(row => row.Feature);
        var model = LinearModel.Build(rows);

        for (var trial = 0; trial < 500; trial++)
        {
            var asked = Enumerable.Range(0, 40).Select(_ => random.Next(2) == 0 ? rows[random.Next(rows.Length)].Feature : (uint)random.Next(1, int.MaxValue)).ToArray();
            var sums = new int[classes];
            foreach (var feature in asked)
            {
                if (!expected.TryGetValue(feature, out var row)) continue;
                for (var i = 0; i < row.Classes.Length; i++) sums[row.Classes[i]] += row.Weights[i];
            }

            var scores = new int[classes];
            model.Add(asked, scores);

            Assert.Equal(sums, scores);
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var rows = Rows(new Random(7), 17, 6);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true)) LinearModel.Write(writer, rows);

        var read = LinearModel.Read(new ModelReader(bytes.ToArray()));

        var built = LinearModel.Build(rows);
        foreach (var row in rows)
        {
            int[] one = new int[17], other = new int[17];
            read.Add([row.Feature], one);
            built.Add([row.Feature], other);
            Assert.Equal(other, one);
        }
    }

    [Fact]
    public void A_weight_out_of_range_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LinearModel.Build([new FeatureRow(1, [0], [512])]));

    private static FeatureRow[] Rows(Random random, int classes, int perFeature) =>
    [
        .. Enumerable.Range(0, Features).Select(_ => (uint)random.Next(1, int.MaxValue)).Distinct().Order().Select(feature => new FeatureRow(
            feature,
            [.. Enumerable.Range(0, classes).OrderBy(_ => random.Next()).Take(perFeature).Order().Select(c => (byte)c)],
            [.. Enumerable.Range(0, perFeature).Select(_ => (short)random.Next(-LinearModel.MaxWeight, LinearModel.MaxWeight + 1))])),
    ];
}
