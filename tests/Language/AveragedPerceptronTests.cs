using NewsIngest.Bench.Training;
using Xunit;

namespace NewsIngest.Tests.Language;

public sealed class AveragedPerceptronTests
{
    [Fact]
    public void A_learner_that_starts_again_knows_nothing_but_counts_in_the_mean()
    {
        var model = new AveragedPerceptron();
        Learn(model, feature: 7);
        Assert.Equal([-1, 1], Scores(model));

        model.Restart();

        Assert.Equal([0, 0], Scores(model));
        Learn(model, feature: 8);
        var rows = model.Export(minUpdates: 1, keepAbove: 0);
        Assert.Equal([7u, 8u], rows.Select(r => r.Feature));
        Assert.True(rows[0].Weights[1] > 0, "class 1 is right");
        Assert.Equal(rows[0].Weights, rows[1].Weights);
    }

    private static int[] Scores(AveragedPerceptron model)
    {
        var scores = new int[2];
        model.Score([7], scores);
        return scores;
    }

    private static void Learn(AveragedPerceptron model, uint feature)
    {
        model.Step();
        model.Update([feature], gold: 1, predicted: 0);
        model.Step();
    }
}
