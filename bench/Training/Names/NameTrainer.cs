using NewsIngest.Entities.Names;
using NewsIngest.Language.Model;

namespace NewsIngest.Bench.Training.Names;

/// <summary>
/// Trains the two passes. The second pass learns from first-pass names that were found by models which had not seen the text: each fold
/// of the data is tagged by a model trained on the others.
/// </summary>
internal static class NameTrainer
{
    private const int Folds = 4;

    public static NameModel Train(IReadOnlyList<LabelledText> texts, CrfSettings settings, Stream? output = null)
    {
        var votes = new DocumentVotes[texts.Count];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var (rows, transitions) = TrainPass([.. texts.Where((_, i) => i % Folds != fold)], null, settings);
            var tagger = new NameTagger(LinearModel.Build(rows), transitions);
            for (var i = fold; i < texts.Count; i += Folds) votes[i] = new DocumentVotes(texts[i].Document, tagger.Tag(texts[i].Document, null));
        });
        var first = TrainPass(texts, null, settings);
        var second = TrainPass(texts, votes, settings);
        if (output is not null) NameModel.Write(output, [first, second]);
        return new NameModel(Tagger(first), Tagger(second));
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

    private static NameTagger Tagger((IReadOnlyList<FeatureRow> Rows, int[] Transitions) pass) => new(LinearModel.Build(pass.Rows), pass.Transitions);

    private static (IReadOnlyList<FeatureRow> Rows, int[] Transitions) TrainPass(IReadOnlyList<LabelledText> texts, DocumentVotes[]? votes, CrfSettings settings)
    {
        var trainer = new CrfTrainer(settings);
        trainer.Train([.. texts.SelectMany((text, i) => Sequences(text, votes?[i]))]);
        return trainer.Export();
    }

    private static List<CrfSequence> Sequences(LabelledText text, DocumentVotes? votes)
    {
        var document = text.Document;
        var result = new List<CrfSequence>();
        Span<uint> buffer = stackalloc uint[NameFeatures.MaxCount];
        foreach (var sentence in document.Text.Sentences)
        {
            var length = sentence.EndToken - sentence.FirstToken;
            if (!document.IsCandidate.AsSpan(sentence.FirstToken, length).Contains(true)) continue;
            var titleCase = document.IsTitleCase(sentence.FirstToken);
            var features = new uint[length][];
            for (var i = 0; i < length; i++)
            {
                var token = sentence.FirstToken + i;
                features[i] = document.IsCandidate[token]
                    ? buffer[..NameFeatures.Extract(document, sentence, titleCase, token, votes, buffer)].ToArray()
                    : [];
            }

            result.Add(new CrfSequence(
                features,
                text.Labels[sentence.FirstToken..sentence.EndToken],
                document.IsCandidate[sentence.FirstToken..sentence.EndToken]));
        }

        return result;
    }
}
