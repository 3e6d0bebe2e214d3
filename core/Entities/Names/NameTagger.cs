using System.Runtime.Intrinsics;
using NewsIngest.Language;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Linear-chain tagger in two passes, the second of which sees what the first made of the same words elsewhere: the weights of two
/// conditional random fields (Lafferty et al. 2001), side by side in one table. Safe for concurrent use.
/// </summary>
internal sealed class NameTagger(ByteRows rows, NameDecoder first, NameDecoder second)
{
    private readonly ScratchPool<NameWindow> windows = new(() => new NameWindow(rows));
    private readonly short[] companies = NameSums.OfCompanies(rows);

    /// <summary>The names of a text.</summary>
    public List<NameSpan> Find(NameDocument document) => Run(document, isSecond: true);

    /// <summary>What the first pass alone makes of a text.</summary>
    public List<NameSpan> FindFirst(NameDocument document) => Run(document, isSecond: false);

    private List<NameSpan> Run(NameDocument document, bool isSecond)
    {
        var candidates = document.IsCandidate.Count(true);
        if (candidates == 0) return [];
        var window = windows.Rent();
        var scores = document.Text.Work.RentUncleared<short>(candidates * NameSums.Width);
        Score(document, window, scores);
        var names = Decode(document, window, scores, first, candidates / 2);
        if (isSecond)
        {
            AddVotes(document, new DocumentVotes(document, names), scores);
            names = Decode(document, window, scores.AsSpan(NameSums.Labels), second, names.Count);
        }

        windows.Return(window);
        return names;
    }

    /// <summary>Sets the scores of all candidates, one after the other, those of both passes but for the votes.</summary>
    private void Score(NameDocument document, NameWindow window, Span<short> scores)
    {
        var count = 0;
        window.Pending.Start();
        foreach (var sentence in document.Text.Sentences)
        {
            var candidates = document.IsCandidate.Slice(sentence.FirstToken, sentence.EndToken - sentence.FirstToken);
            var set = sentence.FirstToken - NameWindow.Reach;
            for (var at = candidates.IndexOf(true); at >= 0 && at < candidates.Length; at++)
            {
                if (!candidates[at]) continue;
                var token = sentence.FirstToken + at;
                for (set = Math.Max(set, token - NameWindow.Reach); set <= token + NameWindow.Reach; set++)
                {
                    if (set >= sentence.FirstToken && set < sentence.EndToken) window.Set(set, document, sentence);
                    else window.SetEdge(set);
                }

                ScoreWords(document, token, window, scores.Slice(count++ * NameSums.Width, NameSums.Width));
                window.Pending.Ask(Collect(document, sentence, token, window), scores);
            }
        }

        window.Pending.Finish(scores);
    }

    /// <summary>The number of features of several words, which go to the pending ones.</summary>
    private static int Collect(NameDocument document, Sentence sentence, int token, NameWindow window)
    {
        ref readonly var word = ref window[token].Features;
        var list = new FeatureList(window.Pending.Features);
        NameFeatures.AddContext(
            ref list, document, sentence, token,
            new NameNeighbours(in window[token - 1].Features, in word, in window[token + 1].Features));
        return list.Count;
    }

    /// <summary>Sets what single words give to the score.</summary>
    private void ScoreWords(NameDocument document, int token, NameWindow window, Span<short> scores)
    {
        ref readonly var word = ref window[token].Features;
        Vector256<short> low = default, high = default;
        NameSums.Add(window.Sums(token, NameSums.Own), ref low, ref high);
        NameSums.Add(window.Sums(token - 1, NameSums.Before), ref low, ref high);
        NameSums.Add(window.Sums(token + 1, NameSums.After), ref low, ref high);
        NameSums.AddRow(rows, window[token - 2].Before2(word.StartsUpper), ref low, ref high);
        NameSums.AddRow(rows, window[token + 2].After2(word.StartsUpper), ref low, ref high);
        if (word.StartsUpper) NameSums.Add(companies.AsSpan((int)document.Profile.Of(token) * NameSums.Width, NameSums.Width), ref low, ref high);
        low.CopyTo(scores);
        high.CopyTo(scores[NameSums.Labels..]);
    }

    private void AddVotes(NameDocument document, DocumentVotes votes, Span<short> scores)
    {
        Span<uint> features = stackalloc uint[DocumentVotes.MostFeatures];
        var count = 0;
        for (var i = 0; i < document.IsCandidate.Length; i++)
        {
            if (!document.IsCandidate[i]) continue;
            var list = new FeatureList(features);
            votes.Add(ref list, document, i);
            Vector256<short> low = default, high = default;
            NameSums.Add(rows, features[..list.Count], ref low, ref high);
            var scored = scores.Slice((count++ * NameSums.Width) + NameSums.Labels, NameSums.Labels);
            (high + Vector256.Create<short>(scored)).CopyTo(scored);
        }
    }

    private static List<NameSpan> Decode(NameDocument document, NameWindow window, ReadOnlySpan<short> scores, NameDecoder decoder, int expected)
    {
        var names = new List<NameSpan>(expected);
        var count = 0;
        foreach (var sentence in document.Text.Sentences)
        {
            for (var at = sentence.FirstToken; at < sentence.EndToken;)
            {
                var candidates = document.IsCandidate.Slice(at, sentence.EndToken - at);
                if (candidates.IndexOf(true) is var skip && skip < 0) break;
                var start = at + skip;
                var length = candidates[skip..].IndexOf(false) is var end && end < 0 ? sentence.EndToken - start : end;
                var labels = decoder.Decode(
                    scores[(count * NameSums.Width)..], NameSums.Width, length, start == sentence.FirstToken, start + length == sentence.EndToken, window.Decoding);
                NameLabels.AddSpans(labels, start, names);
                count += length;
                at = start + length;
            }
        }

        return names;
    }
}
