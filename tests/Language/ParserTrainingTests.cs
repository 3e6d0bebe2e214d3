using NewsIngest.Bench.Training;
using NewsIngest.Bench.Training.Parsing;
using NewsIngest.Language;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tokens;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Language;

/// <summary>The parser's trainer, on two small sentences.</summary>
public sealed class ParserTrainingTests
{
    [Fact]
    public async Task It_learns_what_it_is_shown_and_gives_the_same_bytes_again()
    {
        GoldSentence[] sentences =
        [
            Sentence("The old dog barked .", [("DT", 2, Deprel.Det), ("JJ", 2, Deprel.Amod), ("NN", 3, Deprel.Nsubj), ("VBD", -1, Deprel.Root), (".", 3, Deprel.Punct)]),
            Sentence("Dogs chase cats daily", [("NNS", 1, Deprel.Nsubj), ("VBD", -1, Deprel.Root), ("NNS", 1, Deprel.Obj), ("RB", 1, Deprel.Advmod)]),
        ];
        await using var folder = new TemporaryFolder();

        var parser = Train(sentences, folder["first.bin"]);
        Train(sentences, folder["second.bin"]);

        Assert.Equal(File.ReadAllBytes(folder["first.bin"]), File.ReadAllBytes(folder["second.bin"]));
        var state = new ParseState();
        foreach (var sentence in sentences)
        {
            state.Start(sentence.Tokens, [.. sentence.Tokens.Select(t => FormHash.Of(sentence.Text, t))], parser.Vocabulary);
            parser.Parse(state);
            Assert.Equal(sentence.Heads, Enumerable.Range(0, sentence.Length).Select(state.HeadOf));
            Assert.Equal(sentence.Relations, Enumerable.Range(0, sentence.Length).Select(state.RelationOf));
        }
    }

    private static Parser Train(GoldSentence[] sentences, string path)
    {
        GoldSentence[] repeated = [.. Enumerable.Repeat(sentences, 10).SelectMany(s => s)];
        var trainer = new ParserTrainer(repeated);
        trainer.Train(repeated);
        trainer.Write(new FileInfo(path));
        using var stream = File.OpenRead(path);
        return ParserModel.File.Read(stream);
    }

    private static GoldSentence Sentence(string text, (string Tag, int Head, Deprel Relation)[] words)
    {
        var at = 0;
        var tokens = text.Split(' ').Select((word, i) =>
        {
            var start = at;
            at += word.Length + 1;
            return new Token(start, start + word.Length, Upos.X, Enum.TryParse<PennTag>(words[i].Tag, ignoreCase: true, out var tag) ? tag : PennTag.Punct);
        });
        return new GoldSentence("invented", text, [.. tokens], text.Split(' '), [.. words.Select(w => w.Head)], [.. words.Select(w => w.Relation)]);
    }
}
