namespace NewsIngest.Language.Syntax;

/// <summary>The three transitions of the arc-hybrid system, in the order of the model's classes.</summary>
internal enum Transition
{
    Shift,
    Left,
    Right,
}

/// <summary>
/// Greedy transition-based dependency parser: a network picks the transition and names the relation of each arc.
/// Linear in the length of the sentence. Safe for concurrent use; the state is the caller's.
/// </summary>
internal sealed class Parser(ParserVocabulary vocabulary, ParserNetwork network)
{
    public const int RelationCount = (int)Deprel.Xcomp + 1;

    public ParserVocabulary Vocabulary => vocabulary;

    public void Parse(ParseState state)
    {
        Span<int> inputs = stackalloc int[ParserInputs.Count];
        Span<short> hidden = stackalloc short[ParserNetwork.Hidden];
        network.WillAdd(state.Nodes);
        while (!state.IsFinished)
        {
            // Nothing stands on the stack, or only the root is left to be the head.
            if (!state.CanLeft && !(state.CanRight && !state.CanShift))
            {
                state.Shift();
                continue;
            }

            if (!state.CanShift && !state.CanRight)
            {
                state.Left(Deprel.Root);
                continue;
            }

            ParserInputs.Extract(state, inputs);
            network.Activate(inputs, hidden);
            switch (Best(state, network.ScoreTransitions(hidden)))
            {
                case Transition.Shift:
                    state.Shift();
                    break;
                case Transition.Left:
                    state.Left(network.BestRelation(hidden, Transition.Left));
                    break;
                default:
                    state.Right(network.BestRelation(hidden, Transition.Right));
                    break;
            }
        }
    }

    /// <summary>The best transition that is possible in this state.</summary>
    private static Transition Best(ParseState state, (int Shift, int Left, int Right) scores)
    {
        var (best, most) = state.CanShift ? (Transition.Shift, scores.Shift) : (Transition.Right, int.MinValue);
        if (state.CanLeft && scores.Left > most) (best, most) = (Transition.Left, scores.Left);
        return state.CanRight && scores.Right > most ? Transition.Right : best;
    }
}
