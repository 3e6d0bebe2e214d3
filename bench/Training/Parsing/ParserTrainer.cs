using NewsIngest.Language;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>
/// Trains the parser's network with a dynamic oracle (Goldberg and Nivre 2013): after the first round it follows its own choices and learns
/// to go on from its mistakes. Rare words are now and then hidden from it (Kiperwasser and Goldberg 2016).
/// </summary>
internal sealed class ParserTrainer
{
    private const int FirstExploringEpoch = 1;
    private const double Exploration = 0.9;
    private const double WordDropout = 0.25;
    private const int Seed = 5;
    private const int Epochs = 16;
    private const int BatchSize = 4;
    private const float Rate = 0.002f;
    private const float Dropout = 0.25f;

    private readonly Random random = new(Seed);
    private readonly ParseState state = new();
    private readonly FirstLayer first;
    private readonly OutputLayer transitions;
    private readonly RelationLayer left;
    private readonly RelationLayer right;
    private readonly ParserVocabulary vocabulary;
    private readonly Dictionary<uint, int> counts;
    private readonly float[] hidden = new float[ParserNetwork.Hidden];
    private readonly float[] kept = new float[ParserNetwork.Hidden];
    private readonly float[] gradient = new float[ParserNetwork.Hidden];
    private double loss;
    private int decisions;

    /// <param name="sentences">What to learn from; they carry predicted tags.</param>
    public ParserTrainer(IReadOnlyList<GoldSentence> sentences)
    {
        first = new FirstLayer(random);
        transitions = new OutputLayer(ParserNetwork.TransitionCount, ParserNetwork.Hidden, random);
        left = new RelationLayer(sentences.SelectMany(s => s.Relations.Where((_, i) => s.Heads[i] > i)), random);
        right = new RelationLayer(sentences.SelectMany(s => s.Relations.Where((_, i) => s.Heads[i] < i)), random);
        var forms = sentences.SelectMany(s => s.Tokens.Select(t => FormHash.Of(s.Text, t))).CountBy(f => f).ToList();
        counts = forms.ToDictionary(f => f.Key, f => f.Value);
        var tags = sentences.SelectMany(s => s.Tokens).CountBy(ParserVocabulary.KeyOf);
        vocabulary = new ParserVocabulary(
            [.. forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(ParserVocabulary.Words - 3).Select(f => f.Key)],
            [.. tags.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(ParserVocabulary.Tags - 3).Select(t => t.Key)]);
    }

    public void Train(IReadOnlyList<GoldSentence> sentences)
    {
        var examples = sentences.Select(s => new Example(s)).ToList();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 0;
        var steps = Epochs * ((order.Length + BatchSize - 1) / BatchSize);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            (loss, decisions) = (0, 0);
            for (var i = 0; i < order.Length; i++)
            {
                Learn(examples[order[i]], epoch >= FirstExploringEpoch);
                if ((i + 1) % BatchSize == 0 || i == order.Length - 1) Step(Rate * (1 - ((float)step / steps)), ++step);
            }

            Console.WriteLine($"round {epoch + 1}: loss {loss / decisions:F4}");
        }
    }

    public void Write(FileInfo file) => ParserModel.File.Write(file, writer =>
    {
        vocabulary.Write(writer);
        NetworkWriter.Write(writer, vocabulary.WordCount, first, transitions, [left, right]);
    });

    private void Step(float rate, int step)
    {
        first.Step(rate, step);
        transitions.Step(rate, step);
        left.Output.Step(rate, step);
        right.Output.Step(rate, step);
    }

    private void Learn(Example example, bool explore)
    {
        Span<int> inputs = stackalloc int[ParserInputs.Count];
        Start(example);
        while (!state.IsFinished)
        {
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
            Activate(inputs);
            gradient.AsSpan().Clear();
            var chosen = Decide(example.Oracle, explore);
            var relation = chosen == Transition.Shift ? Deprel.Dep : Name(example, chosen);
            PassBack(inputs);
            switch (chosen)
            {
                case Transition.Shift:
                    state.Shift();
                    break;
                case Transition.Left:
                    state.Left(relation);
                    break;
                default:
                    state.Right(relation);
                    break;
            }
        }
    }

    private void Start(Example example)
    {
        var forms = example.Forms;
        var shown = (uint[])forms.Clone();
        for (var i = 0; i < forms.Length; i++)
        {
            if (random.NextDouble() * (counts[forms[i]] + WordDropout) < WordDropout) shown[i] = FormHash.Missing;
        }

        state.Start(example.Sentence.Tokens, shown, vocabulary);
    }

    /// <summary>The hidden layer, part of it left out.</summary>
    private void Activate(ReadOnlySpan<int> inputs)
    {
        first.Sum(inputs, hidden);
        for (var i = 0; i < hidden.Length; i++)
        {
            kept[i] = hidden[i] <= 0 || random.NextSingle() < Dropout ? 0 : 1 / (1 - Dropout);
            hidden[i] = hidden[i] <= 0 ? 0 : hidden[i] * kept[i];
        }
    }

    private void PassBack(ReadOnlySpan<int> inputs)
    {
        for (var i = 0; i < gradient.Length; i++) gradient[i] *= kept[i];
        first.AddGradient(inputs, gradient);
    }

    /// <summary>Learns towards all transitions of the lowest cost, and follows the best of them or, exploring, the best of all.</summary>
    private Transition Decide(DynamicOracle oracle, bool explore)
    {
        Span<float> scores = stackalloc float[ParserNetwork.TransitionCount];
        transitions.Score(hidden, scores);
        Span<int> costs = [Cost(oracle, state.CanShift, Transition.Shift), Cost(oracle, state.CanLeft, Transition.Left), Cost(oracle, state.CanRight, Transition.Right)];
        var lowest = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
        int predicted = -1, best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (costs[i] == int.MaxValue) scores[i] = float.NegativeInfinity;
            else if (predicted < 0 || scores[i] > scores[predicted]) predicted = i;
            if (costs[i] == lowest && (best < 0 || scores[i] > scores[best])) best = i;
        }

        Learn(costs, lowest, scores);
        return (Transition)(predicted == best || (explore && random.NextDouble() < Exploration) ? predicted : best);
    }

    private void Learn(ReadOnlySpan<int> costs, int lowest, Span<float> scores)
    {
        Floats.Softmax(scores);
        var right = 0f;
        for (var i = 0; i < scores.Length; i++) right += costs[i] == lowest ? scores[i] : 0;
        right = Math.Max(right, 1e-9f);
        loss -= Math.Log(right);
        decisions++;
        for (var i = 0; i < scores.Length; i++) scores[i] -= costs[i] == lowest ? scores[i] / right : 0;
        transitions.AddGradient(hidden, scores, gradient);
    }

    private int Cost(DynamicOracle oracle, bool possible, Transition transition) => possible ? oracle.Cost(state, transition) : int.MaxValue;

    private Deprel Name(Example example, Transition transition)
    {
        var child = state.Stack(0);
        var (head, layer) = transition == Transition.Left ? (state.Next, left) : (state.Stack(1), right);
        Deprel? gold = example.Oracle.HeadOf(child) == head ? example.Sentence.Relations[child - 1] : null;
        return layer.Name(hidden, gold, gradient);
    }

    private sealed class Example(GoldSentence sentence)
    {
        public GoldSentence Sentence { get; } = sentence;

        public uint[] Forms { get; } = [.. sentence.Tokens.Select(t => FormHash.Of(sentence.Text, t))];

        public DynamicOracle Oracle { get; } = new(Projectivizer.Lift(sentence.Heads));
    }
}
