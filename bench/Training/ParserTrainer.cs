using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Bench.Training;

/// <summary>Trains the parser with a dynamic oracle: after the first rounds it follows its own choices and learns to go on from its mistakes.</summary>
internal sealed class ParserTrainer
{
    private const int Epochs = 12;
    private const int FirstExploringEpoch = 1;
    private const double Exploration = 0.9;
    private const int Seed = 13;

    private readonly AveragedPerceptron transitions = new();
    private readonly AveragedPerceptron relations = new();
    private readonly Random random = new(Seed);
    private readonly ParseState state = new();

    /// <summary>The weights of the transition model and of the relation model. The sentences carry predicted tags.</summary>
    public (List<FeatureRow> Transitions, List<FeatureRow> Relations) Train(IReadOnlyList<GoldSentence> sentences)
    {
        var examples = sentences.Select(s => new Example(s)).ToList();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order) Learn(examples[i], epoch >= FirstExploringEpoch);
        }

        return (transitions.Export(minUpdates: 3, keepAbove: 0.02), relations.Export(minUpdates: 3, keepAbove: 0.02));
    }

    private void Learn(Example example, bool explore)
    {
        Span<uint> features = stackalloc uint[TransitionFeatures.Count];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        state.Start(example.Sentence.Tokens, example.Forms);
        while (!state.IsFinished)
        {
            switch (Decide(example.Oracle, explore, features, scores))
            {
                case Transition.Shift:
                    state.Shift();
                    break;
                case Transition.Left:
                    state.Left(Name(example, state.Next, state.Stack(0), features, scores));
                    break;
                default:
                    state.Right(Name(example, state.Stack(1), state.Stack(0), features, scores));
                    break;
            }
        }
    }

    private Transition Decide(DynamicOracle oracle, bool explore, Span<uint> features, Span<int> scores)
    {
        if (!state.CanLeft) return state.CanRight && !state.CanShift ? Transition.Right : Transition.Shift;
        if (!state.CanShift && !state.CanRight) return Transition.Left;
        TransitionFeatures.Extract(state, features);
        transitions.Score(features, scores);
        var predicted = Parser.Best(state, scores);
        var best = BestByOracle(oracle, scores, out var lowest);
        transitions.Step();
        if (oracle.Cost(state, predicted) == lowest) return predicted;
        transitions.Update(features, (int)best, (int)predicted);
        return explore && random.NextDouble() < Exploration ? predicted : best;
    }

    private Transition BestByOracle(DynamicOracle oracle, ReadOnlySpan<int> scores, out int lowest)
    {
        lowest = int.MaxValue;
        var best = Transition.Shift;
        ReadOnlySpan<Transition> possible = [Transition.Shift, Transition.Left, Transition.Right];
        foreach (var transition in possible)
        {
            if (transition switch { Transition.Shift => !state.CanShift, Transition.Left => !state.CanLeft, _ => !state.CanRight }) continue;
            var cost = oracle.Cost(state, transition);
            if (cost > lowest || (cost == lowest && scores[(int)transition] <= scores[(int)best])) continue;
            lowest = cost;
            best = transition;
        }

        return best;
    }

    private Deprel Name(Example example, int head, int child, Span<uint> features, Span<int> scores)
    {
        if (head == state.Root) return Deprel.Root;
        var used = features[..RelationFeatures.Count];
        RelationFeatures.Extract(state, head, child, used);
        relations.Score(used, scores);
        var predicted = Parser.BestRelation(scores);
        if (example.Oracle.HeadOf(child) != head) return predicted;
        relations.Step();
        var gold = example.Sentence.Relations[child - 1];
        if (gold != predicted) relations.Update(used, (int)gold, (int)predicted);
        return predicted;
    }

    private sealed class Example(GoldSentence sentence)
    {
        public GoldSentence Sentence { get; } = sentence;

        public uint[] Forms { get; } = [.. sentence.Tokens.Select(t => FormHash.Of(sentence.Text, t))];

        public DynamicOracle Oracle { get; } = new(Projectivizer.Lift(sentence.Heads));
    }
}
