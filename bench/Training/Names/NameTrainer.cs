using NewsIngest.Entities.Names;
using NewsIngest.Language;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Training.Names;

/// <summary>
/// Trains the two passes. The second pass learns from first-pass names that were found by models which had not seen the text: each fold
/// of the data is tagged by a model trained on the others.
/// </summary>
internal static class NameTrainer
{
    private const int Folds = 4;

    public static NameTagger Train(IReadOnlyList<LabelledText> texts, CrfSettings settings, Stream? output = null)
    {
        var votes = new DocumentVotes[texts.Count];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var weights = TrainPass([.. texts.Where((_, i) => i % Folds != fold)], null, settings);
            var (rows, decoder) = (Merged(weights.Rows, []), new NameDecoder(weights.Transitions));
            var tagger = new NameTagger(rows, decoder, decoder);
            for (var i = fold; i < texts.Count; i += Folds) votes[i] = new DocumentVotes(texts[i].Document, tagger.FindFirst(texts[i].Document));
        });
        var first = TrainPass(texts, null, settings);
        var second = TrainPass(texts, votes, settings);
        var merged = Merged(first.Rows, second.Rows);
        var (firstDecoder, secondDecoder) = (new NameDecoder(first.Transitions), new NameDecoder(second.Transitions));
        if (output is not null) NameModel.Write(output, merged, firstDecoder, secondDecoder);
        return new NameTagger(merged, firstDecoder, secondDecoder);
    }

    /// <summary>Score on the texts that <paramref name="measured"/> picks, each found by a model that was trained without it.</summary>
    public static NameScore CrossValidate(IReadOnlyList<LabelledText> texts, Func<LabelledText, bool> measured, CrfSettings settings)
    {
        var score = new NameScore();
        // A text and the copies of its lines stay together.
        var groups = texts.Select(t => t.Source.Id.Split(Capitals.CopyMark)[0]).Distinct().Index().ToDictionary(g => g.Item, g => g.Index % Folds);
        for (var fold = 0; fold < Folds; fold++)
        {
            bool IsHeldOut(LabelledText text) => groups[text.Source.Id.Split(Capitals.CopyMark)[0]] == fold;
            var finder = new NameFinder(Train([.. texts.Where(t => !IsHeldOut(t))], settings));
            foreach (var text in texts.Where(t => IsHeldOut(t) && measured(t))) score.Add(text.Source.Names, text.Find(finder));
        }

        return score;
    }

    /// <summary>The rows of both passes side by side.</summary>
    private static ByteRows Merged(IEnumerable<FeatureRow> first, IEnumerable<FeatureRow> second)
    {
        var all = new SortedDictionary<uint, FeatureRow>();
        foreach (var row in first) all.Add(row.Feature, row);
        foreach (var row in second.Select(r => r with { Classes = [.. r.Classes.Select(c => (byte)(c + NameSums.Labels))] }))
        {
            all[row.Feature] = all.TryGetValue(row.Feature, out var low) ? new FeatureRow(row.Feature, [.. low.Classes, .. row.Classes], [.. low.Weights, .. row.Weights]) : row;
        }

        return ByteRows.Build(all.Values, NameSums.Width);
    }

    private static CrfWeights TrainPass(IReadOnlyList<LabelledText> texts, DocumentVotes[]? votes, CrfSettings settings)
    {
        var trainer = new CrfTrainer(settings);
        var asked = new HashSet<uint>();
        trainer.Train([.. texts.SelectMany((text, i) => Sequences(text, votes?[i], asked))]);
        var weights = trainer.Export();
        return weights with { Rows = [.. weights.Rows.Where(row => asked.Contains(row.Feature))] };
    }

    /// <param name="text">The text.</param>
    /// <param name="votes">What an earlier pass found in it, or null in the first.</param>
    /// <param name="asked">Gets the features of all tokens that the tagger scores: what only words around them have taught is not kept.</param>
    private static List<CrfSequence> Sequences(LabelledText text, DocumentVotes? votes, HashSet<uint> asked)
    {
        var document = text.Document;
        var result = new List<CrfSequence>();
        foreach (var sentence in document.Text.Sentences)
        {
            var isTaught = NearCapitals(document, sentence);
            if (!isTaught.Contains(true)) continue;
            var features = new uint[isTaught.Length][];
            for (var i = 0; i < features.Length; i++)
            {
                var token = sentence.FirstToken + i;
                features[i] = isTaught[i] ? NameExample.Extract(document, sentence, token, votes) : [];
                if (document.IsCandidate[token]) asked.UnionWith(features[i]);
            }

            result.Add(new CrfSequence(features, text.Labels[sentence.FirstToken..sentence.EndToken], isTaught));
        }

        return result;
    }

    /// <summary>
    /// More tokens than the tagger will score: it tells names apart better when it has seen the small words around them too.
    /// </summary>
    private static bool[] NearCapitals(NameDocument document, Sentence sentence)
    {
        const int reach = 2;
        var near = new bool[sentence.EndToken - sentence.FirstToken];
        for (var i = 0; i < near.Length; i++)
        {
            if (document.IsStrong(sentence.FirstToken + i)) near.AsSpan(Math.Max(0, i - reach)..Math.Min(near.Length, i + reach + 1)).Fill(true);
        }

        return near;
    }
}
