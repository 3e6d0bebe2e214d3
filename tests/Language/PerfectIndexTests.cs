using NewsIngest.Language.Model;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>Every key of a set has a slot of its own.</summary>
public sealed class PerfectIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20_000)]
    public void No_two_keys_share_a_slot(int count)
    {
        var keys = Keys(count);

        var index = PerfectIndex.Build(keys);

        var slots = keys.Select(index.SlotOf).ToList();
        Assert.Equal(count, slots.Distinct().Count());
        Assert.All(slots, slot => Assert.InRange(slot, 0u, (uint)index.Slots - 1));
        Assert.InRange(index.Slots, count, count + (count / 20) + 1);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var keys = Keys(1_000);
        var index = PerfectIndex.Build(keys);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes)) index.Write(writer);

        var read = PerfectIndex.Read(new ModelReader(bytes.ToArray()));

        Assert.Equal(keys.Select(index.SlotOf), keys.Select(read.SlotOf));
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused() => Assert.Throws<ArgumentException>(() => PerfectIndex.Build([3, 4, 3]));

    [Fact]
    public void Sizes_that_do_not_fit_are_refused() =>
        Assert.Throws<InvalidDataException>(() => PerfectIndex.Read(new ModelReader(new byte[64])));

    private static List<uint> Keys(int count)
    {
        var random = new Random(count);
        var keys = new HashSet<uint>();
        while (keys.Count < count) keys.Add((uint)random.NextInt64(1, 1L << 32));
        return [.. keys];
    }
}
