using System.Runtime.CompilerServices;
using NewsIngest.Language;
using Xunit;

namespace NewsIngest.Tests.Language;

public sealed class WorkArraysTests
{
    private struct Entry
    {
        public long Value;
    }

    [Fact]
    public void The_next_analysis_works_in_the_same_array_and_finds_it_empty()
    {
        var first = Rented(1000);
        Assert.Same(first, Rented(1000));
    }

    [Fact]
    public void An_array_of_a_text_of_rare_length_serves_the_next_one_and_comes_empty()
    {
        var first = Rented(100_000);
        Assert.Same(first, Rented(100_000));
    }

    [Fact]
    public void It_is_gone_when_the_garbage_collector_has_come_in_between()
    {
        var left = Left(200_000);
        GC.Collect();
        Assert.False(left.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Left(int count) => new(Rented(count));

    /// <summary>Filled before it goes back.</summary>
    private static Entry[] Rented(int count)
    {
        using var work = new WorkArrays();
        var array = work.Rent<Entry>(count);
        Assert.All(array.Take(count), entry => Assert.Equal(0, entry.Value));
        array.AsSpan(0, count).Fill(new Entry { Value = 1 });
        return array;
    }
}
