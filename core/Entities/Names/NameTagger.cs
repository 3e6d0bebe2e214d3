using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Linear-chain tagger: the weights of a conditional random field (Lafferty et al. 2001), decoded with Viterbi's algorithm.
/// Read-only after construction, so safe for concurrent use.
/// </summary>
internal sealed class NameTagger(LinearModel emissions, int[] transitions)
{
    private const int Impossible = int.MinValue / 4;

    public IReadOnlyList<int> Transitions => transitions;

    /// <summary>The names of a text; <paramref name="votes"/> from an earlier pass, or null in the first.</summary>
    public List<NameSpan> Tag(NameDocument document, DocumentVotes? votes)
    {
        var names = new List<NameSpan>();
        Span<uint> features = stackalloc uint[NameFeatures.MaxCount];
        var scratch = new Scratch();
        foreach (var sentence in document.Text.Sentences)
        {
            var length = sentence.EndToken - sentence.FirstToken;
            if (!document.IsCandidate.AsSpan(sentence.FirstToken, length).Contains(true)) continue;
            scratch.Reserve(length);
            var scores = scratch.Scores.AsSpan(0, length * NameLabels.Count);
            scores.Clear();
            var titleCase = document.IsTitleCase(sentence.FirstToken);
            for (var i = 0; i < length; i++)
            {
                var token = sentence.FirstToken + i;
                var row = scores.Slice(i * NameLabels.Count, NameLabels.Count);
                if (!document.IsCandidate[token])
                {
                    row[1..].Fill(Impossible);
                    continue;
                }

                var count = NameFeatures.Extract(document, sentence, titleCase, token, votes, features);
                emissions.Add(features[..count], row);
            }

            Decode(scores, length, scratch);
            NameLabels.AddSpans(scratch.Labels.AsSpan(0, length), sentence.FirstToken, names);
        }

        return names;
    }

    private void Decode(Span<int> scores, int length, Scratch scratch)
    {
        const int count = NameLabels.Count;
        var back = scratch.Back;
        for (var label = 0; label < count; label++)
        {
            if (!NameLabels.CanStart(label)) scores[label] = Impossible;
        }

        for (var i = 1; i < length; i++)
        {
            for (var label = 0; label < count; label++)
            {
                var best = Impossible * 2;
                var from = 0;
                for (var previous = 0; previous < count; previous++)
                {
                    if (!NameLabels.CanFollow(label, previous)) continue;
                    var score = scores[((i - 1) * count) + previous] + transitions[(previous * count) + label];
                    if (score <= best) continue;
                    (best, from) = (score, previous);
                }

                scores[(i * count) + label] = Math.Max(Impossible, scores[(i * count) + label] + Math.Max(best, Impossible));
                back[(i * count) + label] = (byte)from;
            }
        }

        var last = 0;
        for (var label = 1; label < count; label++)
        {
            if (NameLabels.CanEnd(label) && scores[((length - 1) * count) + label] > scores[((length - 1) * count) + last]) last = label;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            scratch.Labels[i] = (byte)last;
            last = back[(i * count) + last];
        }
    }

    private sealed class Scratch
    {
        public int[] Scores { get; private set; } = [];

        public byte[] Back { get; private set; } = [];

        public byte[] Labels { get; private set; } = [];

        public void Reserve(int length)
        {
            if (Labels.Length >= length) return;
            var size = Math.Max(64, length * 2);
            Scores = new int[size * NameLabels.Count];
            Back = new byte[size * NameLabels.Count];
            Labels = new byte[size];
        }
    }
}
