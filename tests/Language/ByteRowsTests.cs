using NewsIngest.Language.Model;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>Rows are found by the features that they were made for, and by no others.</summary>
public sealed class ByteRowsTests
{
    private const int Width = 32;

    [Fact]
    public void Known_features_come_to_the_front_in_their_order()
    {
        var rows = ByteRows.Build([.. Enumerable.Range(1, 2_000).Select(i => new FeatureRow((uint)i * 7919, [(byte)(i % Width)], [(short)(1 + (i % 100))]))], Width);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes)) rows.Write(writer);

        foreach (var each in (ByteRows[])[rows, ByteRows.Read(new ModelReader(bytes.ToArray()), Width)])
        {
            uint[] features = [4, 7919 * 40, 123_456_789, 7919 * 3, 7919 * 2_000];

            Assert.Equal(3, each.FindAll(features));

            Assert.Equal([each.Find(7919 * 40), each.Find(7919 * 3), each.Find(7919 * 2_000)], features[..3]);
            Assert.Equal((41, 4, 1), (WeightOf(each, features[0], 40), WeightOf(each, features[1], 3), WeightOf(each, features[2], 2_000)));
            Assert.Equal(each.Empty, each.Find(4));
        }
    }

    private static int WeightOf(ByteRows rows, uint number, int feature) => System.Runtime.CompilerServices.Unsafe.Add(ref rows[number], feature % Width);
}
