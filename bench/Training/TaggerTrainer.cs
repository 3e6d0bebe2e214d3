using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;

namespace NewsIngest.Bench.Training;

/// <summary>Trains the tagger: which tags there are, what each frequent word can be, and the weights.</summary>
internal static class TaggerTrainer
{
    /// <summary>So many taggers learn, each from the sentences in another order; their mean is better than any of them.</summary>
    private const int Learners = 8;

    private const int Epochs = 8;
    private const int LeastUpdates = 3;
    private const int Seed = 21;
    private const int RareTag = 8;
    private const int KnownWord = 3;
    private const int FrequentWord = 25;

    /// <summary>A tag that so small a share of a word's occurrences have is an error or does not matter.</summary>
    private const double Noise = 0.02;

    public static (TagSet Tags, TagDictionary Dictionary, SparseRows Rows) Train(IReadOnlyList<GoldSentence> sentences)
    {
        var tagSet = TagsOf(sentences);
        var examples = sentences.Select(s => new Example(s, tagSet)).ToList();
        var counts = TagsOfWords(examples);
        // Whoever learns decides on every word that was ever seen with a second tag, or the weights would not know the words around it.
        var dictionary = DictionaryOf(counts, largestNoise: 0);
        var model = new AveragedPerceptron();
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var learner = 0; learner < Learners; learner++)
        {
            model.Restart();
            for (var epoch = 0; epoch < Epochs; epoch++)
            {
                random.Shuffle(order);
                foreach (var i in order) Learn(examples[i], dictionary, model, tagSet.Count);
            }
        }

        return (tagSet, DictionaryOf(counts, Noise), SparseRows.Build(model.Export(minUpdates: LeastUpdates * Learners, keepAbove: 0.02)));
    }

    private static void Learn(Example example, TagDictionary dictionary, AveragedPerceptron model, int tagCount)
    {
        var words = example.Words;
        var known = example.Known(dictionary);
        var tags = new byte[words.Length];
        Span<uint> features = stackalloc uint[TagFeatures.OwnCount + TagFeatures.PlaceCount + TagFeatures.ContextCount];
        Span<int> scores = stackalloc int[TagSums.Width];
        for (var i = 0; i < words.Length; i++)
        {
            if (known[i].OnlyTag >= 0)
            {
                tags[i] = (byte)known[i].OnlyTag;
                continue;
            }

            Extract(words, known, tags, i, features);
            model.Score(features, scores);
            var best = 0;
            for (var c = 1; c < tagCount; c++)
            {
                if (scores[c] > scores[best]) best = c;
            }

            model.Step();
            if (best != example.Tags[i]) model.Update(features, example.Tags[i], best);
            tags[i] = (byte)best;
        }
    }

    /// <summary>All features of a decision, which the tagger collects word by word.</summary>
    private static void Extract(WordFeatures[] words, TagDictionary.Entry[] known, byte[] tags, int i, Span<uint> into)
    {
        TagFeatures.Own(words[i], i == 0 ? 1u : 0u, into);
        var count = TagFeatures.OwnCount;
        AddPlaces(i - 1, TagFeatures.Before, TagFeatures.Before2, into, ref count);
        AddPlaces(i - 2, TagFeatures.Before2, TagFeatures.After, into, ref count);
        AddPlaces(i + 1, TagFeatures.After, TagFeatures.After2, into, ref count);
        AddPlaces(i + 2, TagFeatures.After2, TagFeatures.PlaceCount, into, ref count);
        TagFeatures.Context(Context(i - 1), Context(i), Context(i + 1), i > 0 ? tags[i - 1] + 1u : 0, i > 1 ? tags[i - 2] + 1u : 0, into[count..]);

        WordFeatures Word(int at) => at >= 0 && at < words.Length ? words[at] : TagFeatures.Edge;
        uint Ambiguity(int at) => at >= 0 && at < words.Length ? known[at].Ambiguity : TagFeatures.EdgeAmbiguity;
        TagContext Context(int at) => new(Word(at).Form, Word(at).Shape, Word(at).Suffix3, Ambiguity(at));

        void AddPlaces(int at, int first, int end, Span<uint> into, ref int count)
        {
            Span<uint> places = stackalloc uint[TagFeatures.PlaceCount];
            TagFeatures.Places(Word(at), Ambiguity(at), places);
            places[first..end].CopyTo(into[count..]);
            count += end - first;
        }
    }

    /// <summary>What the treebank calls an adjective or a verb inside a name is a proper noun here.</summary>
    private static TagSet TagsOf(IReadOnlyList<GoldSentence> sentences) => new(
        [.. sentences.SelectMany(s => s.Tokens).Where(t => t.Upos == Upos.Propn || t.Penn is not (PennTag.Nnp or PennTag.Nnps))
            .GroupBy(t => (t.Penn, t.Upos)).Where(g => g.Count() >= RareTag)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(TagSums.Width)]);

    private static Dictionary<uint, Dictionary<int, int>> TagsOfWords(IReadOnlyList<Example> examples)
    {
        var counts = new Dictionary<uint, Dictionary<int, int>>();
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Keys.Length; i++)
            {
                if (!counts.TryGetValue(example.Keys[i], out var tags)) counts[example.Keys[i]] = tags = [];
                tags[example.Tags[i]] = tags.GetValueOrDefault(example.Tags[i]) + 1;
            }
        }

        return counts;
    }

    private static TagDictionary DictionaryOf(Dictionary<uint, Dictionary<int, int>> counts, double largestNoise) =>
        new(counts.Where(c => c.Value.Values.Sum() >= KnownWord).ToDictionary(c => c.Key, c => EntryOf(c.Value, largestNoise)));

    private static TagDictionary.Entry EntryOf(Dictionary<int, int> tags, double largestNoise)
    {
        var total = tags.Values.Sum();
        var usual = tags.Where(t => t.Value > total * Noise).Select(t => t.Key).Order().ToList();
        var ambiguity = usual.Aggregate(FormHash.Seed, (hash, tag) => FormHash.Step(hash, (char)(tag + 1)));
        var isSure = total >= FrequentWord && tags.Count(t => t.Value > total * largestNoise) == 1;
        return new TagDictionary.Entry(ambiguity, isSure ? (sbyte)usual[0] : (sbyte)TagDictionary.NoTag);
    }

    private sealed class Example
    {
        private readonly GoldSentence sentence;

        public Example(GoldSentence sentence, TagSet tagSet)
        {
            this.sentence = sentence;
            Words = [.. sentence.Tokens.Select(t => WordFeatures.Of(sentence.Text, t, FormHash.Of(sentence.Text, t)))];
            Keys = [.. sentence.Tokens.Select((t, i) => TagDictionary.KeyOf(Form(t), Words[i].Form))];
            Tags = [.. sentence.Tokens.Select(t => IndexOf(tagSet, t))];
        }

        /// <summary>Under what the words are counted.</summary>
        public uint[] Keys { get; }

        public WordFeatures[] Words { get; }

        public byte[] Tags { get; }

        public TagDictionary.Entry[] Known(TagDictionary dictionary) => [.. sentence.Tokens.Select((t, i) => dictionary.Of(Form(t), Words[i].Form))];

        private ReadOnlySpan<char> Form(Token token) => sentence.Text.AsSpan(token.Start, token.End - token.Start);

        private static byte IndexOf(TagSet tagSet, Token token)
        {
            var samePenn = 0;
            for (var i = tagSet.Count - 1; i >= 0; i--)
            {
                if (tagSet[i] == (token.Penn, token.Upos)) return (byte)i;
                if (tagSet[i].Penn == token.Penn) samePenn = i;
            }

            return (byte)samePenn;
        }
    }
}
