using NewsIngest.Bench.Scale;
using Xunit;

namespace NewsIngest.Tests.Cost;

/// <summary>What the simulation says follows from its seed and from the limits it is given.</summary>
public sealed class ScaleSimulationTests
{
    private static readonly ScaleAssumptions Given = new();

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        Assert.Equal(new ScaleSimulation(Given, 3).Steady(12, 1), new ScaleSimulation(Given, 3).Steady(12, 1));
        Assert.NotEqual(new ScaleSimulation(Given, 3).Burst(12, 5), new ScaleSimulation(Given, 4).Burst(12, 5));
    }

    [Fact]
    public void An_account_keeps_up_below_its_limit_and_not_above_and_two_take_twice_as_much()
    {
        var simulation = new ScaleSimulation(Given, 1);

        Assert.True(simulation.Steady(Given.AccountLimit * 0.8, 1).KeepsUp);
        Assert.False(simulation.Steady(Given.AccountLimit * 1.3, 1).KeepsUp);
        Assert.True(simulation.Steady(Given.AccountLimit * 1.3, 2).KeepsUp);
    }

    [Fact]
    public void After_a_burst_nothing_waits_and_instances_go()
    {
        var moments = new ScaleSimulation(Given, 1).Burst(12, 5);

        Assert.True(moments.Max(moment => moment.Waiting) > 0);
        Assert.True(moments[^1].Waiting < Given.Slots);
        Assert.True(moments[^1].Instances < moments.Max(moment => moment.Instances));
    }
}
