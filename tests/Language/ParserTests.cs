using NewsIngest.Articles;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tokens;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>The parser: its arithmetic, the numbers of its words, and trees of sentences whose structure is beyond doubt.</summary>
public sealed class ParserTests
{
    private const int Rows = ParserInputs.Rows;
    private const int Units = ParserNetwork.Hidden;
    private static readonly EnglishAnnotator Annotator = new();

    [Fact]
    public void The_network_sums_rows_and_multiplies_weights()
    {
        var random = new Random(5);
        Deprel[][] names = [[.. Names(random)], [.. Names(random)]];
        int[][] biases = [Numbers(random, ParserNetwork.RelationCount, 10_000), Numbers(random, ParserNetwork.RelationCount, 10_000)];
        int[][] relations = [Numbers(random, ParserNetwork.RelationCount * Units, 2_000), Numbers(random, ParserNetwork.RelationCount * Units, 2_000)];
        var transitions = Numbers(random, 3 * Units, 2_000);
        var transitionBias = Numbers(random, 3, 10_000);
        var bias = Numbers(random, Units, 300);
        var rows = Numbers(random, Rows * Units, 127);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            for (var side = 0; side < 2; side++)
            {
                foreach (var name in names[side]) writer.Write((byte)name);
                foreach (var number in biases[side]) writer.Write(number);
                foreach (var number in relations[side]) writer.Write((short)number);
            }

            foreach (var number in transitions) writer.Write((short)number);
            foreach (var number in transitionBias) writer.Write(number);
            foreach (var number in bias) writer.Write((short)number);
            foreach (var number in rows) writer.Write((sbyte)number);
        }

        var network = ParserNetwork.Read(new ModelReader(bytes.ToArray()));
        var hidden = new short[Units];
        for (var trial = 0; trial < 50; trial++)
        {
            var inputs = Enumerable.Range(0, ParserInputs.Count).Select(_ => random.Next(Rows)).ToArray();
            var expected = Enumerable.Range(0, Units).Select(u => Math.Max(0, bias[u] + inputs.Sum(i => rows[(i * Units) + u]))).ToArray();
            network.Activate(inputs, hidden);
            Assert.Equal(expected, hidden.Select(h => (int)h));

            var sums = Enumerable.Range(0, 3).Select(t => transitionBias[t] + Enumerable.Range(0, Units).Sum(u => expected[u] * transitions[(t * Units) + u])).ToArray();
            Assert.Equal((sums[0], sums[1], sums[2]), network.ScoreTransitions(hidden));

            for (var side = 0; side < 2; side++)
            {
                var scores = Enumerable.Range(0, ParserNetwork.RelationCount).Select(r => biases[side][r] + Enumerable.Range(0, Units)
                    .Sum(u => expected[u] * relations[side][(((u / 2 * ParserNetwork.RelationCount) + r) * 2) + (u % 2)])).ToArray();
                Assert.Equal(names[side][Array.IndexOf(scores, scores.Max())], network.BestRelation(hidden, side == 0 ? Transition.Left : Transition.Right));
            }
        }
    }

    [Fact]
    public void Words_and_tags_keep_their_numbers_when_written_and_read()
    {
        var random = new Random(3);
        uint[] forms = [.. Enumerable.Range(0, 4_000).Select(_ => (uint)random.Next(1, int.MaxValue)).Distinct()];
        var noun = new Token(0, 1, Upos.Noun, PennTag.Nn);
        var verb = new Token(0, 1, Upos.Verb, PennTag.Vbd);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
            new ParserVocabulary(forms, [ParserVocabulary.KeyOf(verb), ParserVocabulary.KeyOf(noun)]).Write(writer);

        var vocabulary = ParserVocabulary.Read(new ModelReader(bytes.ToArray()));

        Assert.Equal(Enumerable.Range(ParserVocabulary.OtherWord + 1, forms.Length), forms.Select(vocabulary.WordOf));
        Assert.Equal(ParserVocabulary.OtherWord, vocabulary.WordOf(FormHash.Missing));
        Assert.Equal(ParserVocabulary.OtherWord, vocabulary.WordOf(forms.Max() + 1));
        Assert.Equal(ParserVocabulary.OtherTag + 1, vocabulary.TagOf(verb));
        Assert.Equal(ParserVocabulary.OtherTag + 2, vocabulary.TagOf(noun));
        Assert.Equal(ParserVocabulary.OtherTag, vocabulary.TagOf(new Token(0, 1, Upos.Adv, PennTag.Rb)));
    }

    [Fact]
    public void A_model_of_another_version_is_refused()
    {
        var broken = Assert.Throws<ModelException>(() => ParserModel.File.Read(new MemoryStream(new byte[64])));
        Assert.Contains(ParserModel.File.Name, broken.Message, StringComparison.Ordinal);
        var shortened = new MemoryStream([.. BitConverter.GetBytes(ParserModel.File.Magic), 1, 0, 0, 0]);
        Assert.Throws<ModelException>(() => ParserModel.File.Read(shortened));
        Assert.Throws<ModelException>(() => ParserModel.File.Read(null));
    }

    [Theory]
    [InlineData("The mayor opened the bridge.", "opened", "mayor", Deprel.Nsubj)]
    [InlineData("The mayor opened the bridge.", "opened", "bridge", Deprel.Obj)]
    [InlineData("The old bridge was closed by the police.", "closed", "bridge", Deprel.NsubjPass)]
    [InlineData("The old bridge was closed by the police.", "closed", "was", Deprel.AuxPass)]
    [InlineData("She said that he had resigned.", "said", "resigned", Deprel.Ccomp)]
    [InlineData("She said that he had resigned.", "resigned", "that", Deprel.Mark)]
    [InlineData("The ministers met in the city on Monday.", "met", "Monday", Deprel.Obl)]
    [InlineData("The head of the company resigned.", "head", "company", Deprel.Nmod)]
    public void An_arc_has_its_head_and_relation(string sentence, string head, string child, Deprel relation)
    {
        var text = Annotate(sentence);
        var token = Find(text, child);

        Assert.Equal(Find(text, head), text.Head(token));
        Assert.Equal(relation, text.Relation(token));
    }

    [Fact]
    public void Every_sentence_is_one_tree_without_crossing_arcs()
    {
        string[] words = ["the", "council", "said", ",", "that", "it", "“", "will", "”", "pay", "and", "of", "new", "Paris", "—", "who", "(", ")", "2019", "."];
        var random = new Random(11);
        for (var trial = 0; trial < 200; trial++)
        {
            var text = Annotate(string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)])));
            for (var s = 0; s < text.Sentences.Length; s++)
            {
                var (first, end, _) = text.Sentences[s];
                var heads = Enumerable.Range(first, end - first).Select(text.Head).ToArray();
                Assert.Single(heads, -1);
                for (var token = first; token < end; token++)
                {
                    var steps = 0;
                    for (var at = token; at >= 0; at = heads[at - first]) Assert.True(steps++ < heads.Length, "The arcs run in a circle.");
                    var subtree = Enumerable.Range(first, heads.Length).Where(other => IsBelow(heads, first, other, token)).ToArray();
                    Assert.Equal((subtree[0], subtree[^1] + 1), (text.SubtreeFirst(token), text.SubtreeEnd(token)));
                    Assert.Equal(subtree.Length, text.SubtreeEnd(token) - text.SubtreeFirst(token));
                }
            }
        }
    }

    private static bool IsBelow(int[] heads, int first, int token, int ancestor)
    {
        while (token >= 0 && token != ancestor) token = heads[token - first];
        return token == ancestor;
    }

    private static AnnotatedText Annotate(string text) => Annotator.Annotate(text, [new Block(BlockRole.Body, 0, text.Length)]);

    private static int Find(AnnotatedText text, string word) =>
        Enumerable.Range(0, text.Tokens.Length).Single(i => text.Text[text.Tokens[i].Start..text.Tokens[i].End] == word);

    private static IEnumerable<Deprel> Names(Random random) => Enum.GetValues<Deprel>().OrderBy(_ => random.Next()).Take(ParserNetwork.RelationCount);

    private static int[] Numbers(Random random, int count, int largest) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-largest, largest + 1))];
}
