using System.Text;
using NewsIngest.Articles;
using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;
using Xunit;

namespace NewsIngest.Tests.Entities;

/// <summary>Names do not depend on what was read before, and their labels are the best there are.</summary>
public sealed class NameTaggerTests
{
    private const string Story =
        "Ada Roth chairs the Harbour Board of Bergen. HARBOUR BOARD CLOSES TWO CRANES. The Norwegian said that Roth, who grew up in Malmö, would leave for the US. "
        + "\"It told us nothing,\" said Peter Holloway of the International Anti-Monopolisation-And-Everything League.";

    [Fact]
    public void A_name_is_found_alike_whatever_was_read_before()
    {
        var (fresh, used) = (Load(), Load());
        // More words than any memory of them holds.
        var many = new StringBuilder();
        for (var i = 0; i < 20_000; i++) many.Append("Ab").Append((char)('a' + (i % 26))).Append((char)('a' + (i / 26 % 26))).Append((char)('a' + (i / 676))).Append(i % 12 == 0 ? ". " : " ");
        used.Find(Document(many.ToString()));

        var again = used.Find(Document(Story));

        Assert.Equal(fresh.Find(Document(Story)), again);
        Assert.Contains(again, name => name.Type == NameType.Person);
    }

    [Fact]
    public void A_text_without_capitals_has_no_names() => Assert.Empty(NameModel.Default.Find(Document("nothing here is written large.")));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_labels_of_a_stretch_are_the_best_there_are(bool opens, bool closes)
    {
        var random = new Random(3);
        for (var trial = 0; trial < 40; trial++)
        {
            var transitions = Enumerable.Range(0, NameLabels.Count * NameLabels.Count).Select(_ => random.Next(-60, 60)).ToArray();
            var count = 1 + (trial % 3);
            var scores = Enumerable.Range(0, count * NameSums.Labels).Select(_ => (short)random.Next(-200, 200)).ToArray();

            var labels = new NameDecoder(transitions).Decode(scores, NameSums.Labels, count, opens, closes, new NameDecoder.Scratch()).ToArray();

            Assert.Equal(Best(transitions, scores, count, opens, closes), Score(transitions, scores, [.. labels.Select(l => (int)l)], opens, closes));
        }
    }

    private static int? Best(int[] transitions, short[] scores, int count, bool opens, bool closes)
    {
        int? best = null;
        var labels = new int[count];
        for (var number = 0; number < Math.Pow(NameLabels.Count, count); number++)
        {
            for (int i = 0, rest = number; i < count; i++, rest /= NameLabels.Count) labels[i] = rest % NameLabels.Count;
            if (Score(transitions, scores, labels, opens, closes) is { } score && !(score <= best)) best = score;
        }

        return best;
    }

    /// <summary>Null when the labels cannot stand in this order.</summary>
    private static int? Score(int[] transitions, short[] scores, int[] labels, bool opens, bool closes)
    {
        var all = (int[])[.. opens ? [] : (int[])[NameLabels.Outside], .. labels, .. closes ? [] : (int[])[NameLabels.Outside]];
        if (!NameLabels.CanStart(all[0]) || !NameLabels.CanEnd(all[^1])) return null;
        var sum = 0;
        for (var i = 1; i < all.Length; i++)
        {
            if (!NameLabels.CanFollow(all[i], all[i - 1])) return null;
            sum += transitions[(all[i - 1] * NameLabels.Count) + all[i]];
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != NameLabels.Outside) sum += scores[(i * NameSums.Labels) + labels[i] - 1];
        }

        return sum;
    }

    private static NameTagger Load()
    {
        using var stream = typeof(NameModel).Assembly.GetManifestResourceStream($"NewsIngest.Entities.Model.{NameModel.FileName}");
        return NameModel.Read(stream);
    }

    private static NameDocument Document(string text)
    {
        var annotated = new EnglishAnnotator().Annotate(text, [new Block(BlockRole.Body, 0, text.Length)]);
        return new NameDocument(annotated, new LexiconMatches(annotated, EntityLexicon.Default));
    }
}
