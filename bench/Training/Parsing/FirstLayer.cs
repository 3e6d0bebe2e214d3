using NewsIngest.Language.Syntax;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>
/// The rows that <see cref="ParserNetwork"/> adds up, as they are learned: a word's row is its vector times a matrix of the input, so that
/// inputs share what they learn of a word; a pair's row is the sum of a row for each part and one for both.
/// </summary>
internal sealed class FirstLayer
{
    private const int WordWidth = 48;
    private const int Units = ParserNetwork.Hidden;

    private readonly Parameters words;
    private readonly Parameters[] projections;
    private readonly Parameters[] lefts;
    private readonly Parameters[] rights;
    private readonly Parameters[] pairs;
    private readonly Parameters bias;

    // The rows in use since the last step, and their gradients.
    private readonly int[] places = new int[ParserInputs.Rows];
    private readonly List<(int Input, int Row)> used = [];
    private float[] values = new float[1024 * Units];
    private float[] gradients = new float[1024 * Units];

    public FirstLayer(Random random)
    {
        var tables = ParserInputs.Tables;
        words = new Parameters(ParserVocabulary.Words, WordWidth, 0.5f, random);
        projections = [.. tables.Take(ParserInputs.WordCount).Select(_ => new Parameters(WordWidth, Units, 0.1f, random))];
        lefts = [.. tables.Skip(ParserInputs.WordCount).Select(s => new Parameters(s.Left, Units, 0.1f, random))];
        rights = [.. tables.Skip(ParserInputs.WordCount).Select(s => new Parameters(s.Right, Units, 0.1f, random))];
        pairs = [.. tables.Skip(ParserInputs.WordCount).Select(s => new Parameters(s.Left * s.Right, Units, 0, random))];
        bias = new Parameters(1, Units, 0, random);
    }

    public void Sum(ReadOnlySpan<int> inputs, Span<float> hidden)
    {
        bias.Weights(0).CopyTo(hidden);
        for (var i = 0; i < inputs.Length; i++)
        {
            var place = Place(i, inputs[i]);
            Floats.Add(hidden, values.AsSpan(place * Units, Units));
        }
    }

    public void AddGradient(ReadOnlySpan<int> inputs, ReadOnlySpan<float> gradient)
    {
        Floats.Add(bias.Gradient(0), gradient);
        for (var i = 0; i < inputs.Length; i++)
        {
            var place = Place(i, inputs[i]);
            Floats.Add(gradients.AsSpan(place * Units, Units), gradient);
        }
    }

    public void Step(float rate, int step)
    {
        for (var place = 0; place < used.Count; place++)
        {
            var (input, row) = used[place];
            PassBack(input, row, gradients.AsSpan(place * Units, Units));
            places[row] = 0;
        }

        used.Clear();
        words.Step(rate, step);
        bias.Step(rate, step);
        foreach (var part in (IEnumerable<Parameters>)[.. projections, .. lefts, .. rights, .. pairs]) part.Step(rate, step);
    }

    public ReadOnlySpan<float> Bias => bias.Weights(0);

    /// <summary>The row as the finished network has it.</summary>
    public void Value(int input, int row, Span<float> into)
    {
        into.Clear();
        var (first, _, right) = ParserInputs.Tables[input];
        if (input < ParserInputs.WordCount)
        {
            var word = words.Weights(row - first);
            for (var i = 0; i < WordWidth; i++) Floats.AddScaled(into, projections[input].Weights(i), word[i]);
            return;
        }

        var pair = input - ParserInputs.WordCount;
        Floats.Add(into, lefts[pair].Weights((row - first) / right));
        Floats.Add(into, rights[pair].Weights((row - first) % right));
        Floats.Add(into, pairs[pair].Weights(row - first));
    }

    private void PassBack(int input, int row, Span<float> gradient)
    {
        var (first, _, right) = ParserInputs.Tables[input];
        if (input < ParserInputs.WordCount)
        {
            var word = words.Weights(row - first);
            var wordGradient = words.Gradient(row - first);
            for (var i = 0; i < WordWidth; i++)
            {
                wordGradient[i] += Floats.Dot(gradient, projections[input].Weights(i));
                Floats.AddScaled(projections[input].Gradient(i), gradient, word[i]);
            }

            return;
        }

        var pair = input - ParserInputs.WordCount;
        Floats.Add(lefts[pair].Gradient((row - first) / right), gradient);
        Floats.Add(rights[pair].Gradient((row - first) % right), gradient);
        Floats.Add(pairs[pair].Gradient(row - first), gradient);
    }

    private int Place(int input, int row)
    {
        if (places[row] > 0) return places[row] - 1;
        var place = used.Count;
        used.Add((input, row));
        places[row] = used.Count;
        if (used.Count * Units > values.Length)
        {
            Array.Resize(ref values, values.Length * 2);
            Array.Resize(ref gradients, gradients.Length * 2);
        }

        Value(input, row, values.AsSpan(place * Units, Units));
        gradients.AsSpan(place * Units, Units).Clear();
        return place;
    }
}
