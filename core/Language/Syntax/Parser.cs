using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>The three transitions of the arc-hybrid system, in the order of the model's classes.</summary>
internal enum Transition
{
    Shift,
    Left,
    Right,
}

/// <summary>
/// Greedy transition-based dependency parser: one linear model picks the transition, another names the relation of each arc.
/// Linear in the length of the sentence. Safe for concurrent use; the state is the caller's.
/// </summary>
internal sealed class Parser(LinearModel transitions, LinearModel relations)
{
    public const int RelationCount = (int)Deprel.Xcomp + 1;

    public void Parse(ParseState state)
    {
        Span<uint> features = stackalloc uint[TransitionFeatures.Count];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        while (!state.IsFinished)
        {
            switch (Choose(state, features, scores))
            {
                case Transition.Shift:
                    state.Shift();
                    break;
                case Transition.Left:
                    state.Left(RelationOf(state, state.Next, state.Stack(0), features, scores));
                    break;
                default:
                    state.Right(RelationOf(state, state.Stack(1), state.Stack(0), features, scores));
                    break;
            }
        }
    }

    private Transition Choose(ParseState state, Span<uint> features, Span<int> scores)
    {
        if (!state.CanLeft) return state.CanRight && !state.CanShift ? Transition.Right : Transition.Shift;
        if (!state.CanShift && !state.CanRight) return Transition.Left;
        TransitionFeatures.Extract(state, features);
        scores[..3].Clear();
        transitions.Add(features, scores);
        return Best(state, scores);
    }

    /// <summary>The best transition that is possible in this state.</summary>
    internal static Transition Best(ParseState state, ReadOnlySpan<int> scores)
    {
        var best = state.CanShift ? Transition.Shift : state.CanLeft ? Transition.Left : Transition.Right;
        if (state.CanLeft && scores[(int)Transition.Left] > scores[(int)best]) best = Transition.Left;
        if (state.CanRight && scores[(int)Transition.Right] > scores[(int)best]) best = Transition.Right;
        return best;
    }

    private Deprel RelationOf(ParseState state, int head, int child, Span<uint> features, Span<int> scores)
    {
        if (head == state.Root) return Deprel.Root;
        var used = features[..RelationFeatures.Count];
        RelationFeatures.Extract(state, head, child, used);
        scores[..RelationCount].Clear();
        relations.Add(used, scores);
        return BestRelation(scores);
    }

    internal static Deprel BestRelation(ReadOnlySpan<int> scores)
    {
        var best = Deprel.Dep;
        for (var relation = 0; relation < RelationCount; relation++)
        {
            if (scores[relation] > scores[(int)best] && relation != (int)Deprel.Root) best = (Deprel)relation;
        }

        return best;
    }
}
