using NewsIngest.Articles;
using NewsIngest.Language;
using NewsIngest.Language.Lemmas;
using NewsIngest.Language.Syntax;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;
using Spectre.Console;

namespace NewsIngest.Bench.Training;

/// <summary>Scores of the tokenizer (F1 of token spans) and, on gold tokens, of tags.</summary>
internal static class ParseEvaluation
{
    public static void Print(IReadOnlyList<GoldSentence> sentences, Tagger tagger, Parser parser)
    {
        var table = new Table().AddColumns("part", "sentences", "tokens", "token F1", "UPOS", "Penn", "lemma", "verb lemma", "UAS", "LAS");
        foreach (var (name, part) in Parts(sentences))
        {
            var scores = Tags(part, tagger, parser);
            table.AddRow(name, $"{part.Count}", $"{part.Sum(s => s.Length)}", $"{TokenF1(part):P2}", $"{scores.Upos:P2}", $"{scores.Penn:P2}",
                $"{Lemmas(part, _ => true):P2}", $"{Lemmas(part, t => t.Penn is >= PennTag.Vb and <= PennTag.Vbz):P2}",
                $"{scores.Heads:P2}", $"{scores.Labelled:P2}");
        }

        AnsiConsole.Write(table);
    }

    private static IEnumerable<(string Name, List<GoldSentence> Sentences)> Parts(IReadOnlyList<GoldSentence> sentences)
    {
        foreach (var genre in sentences.GroupBy(s => s.Genre).OrderBy(g => g.Key, StringComparer.Ordinal)) yield return (genre.Key, [.. genre]);
        yield return ("GUM dev", [.. sentences.Where(s => s.Genre != "ewt")]);
    }

    /// <summary>Scores on gold tokens with predicted tags; like the CoNLL shared tasks, punctuation counts.</summary>
    private static Scores Tags(List<GoldSentence> sentences, Tagger tagger, Parser parser)
    {
        var state = new ParseState();
        int upos = 0, penn = 0, heads = 0, labelled = 0, total = 0;
        foreach (var sentence in sentences)
        {
            var tokens = (Token[])sentence.Tokens.Clone();
            var forms = tokens.Select(t => FormHash.Of(sentence.Text, t)).ToArray();
            tagger.Tag(sentence.Text, tokens, [new Sentence(0, tokens.Length, 0)], forms);
            state.Start(tokens, forms, parser.Vocabulary);
            parser.Parse(state);
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Upos == sentence.Tokens[i].Upos) upos++;
                if (tokens[i].Penn == sentence.Tokens[i].Penn) penn++;
                if (state.HeadOf(i) != sentence.Heads[i]) continue;
                heads++;
                if (state.RelationOf(i) == sentence.Relations[i]) labelled++;
            }

            total += tokens.Length;
        }

        return new Scores((double)upos / total, (double)penn / total, (double)heads / total, (double)labelled / total);
    }

    /// <summary>Share of lemmas that are right, given the gold tag; case is not compared.</summary>
    private static double Lemmas(List<GoldSentence> sentences, Func<Token, bool> counts)
    {
        int same = 0, total = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                var token = sentence.Tokens[i];
                if (!counts(token)) continue;
                total++;
                var lemma = Lemmatizer.Lemma(sentence.Text.AsSpan(token.Start, token.End - token.Start), token.Penn, token.Upos);
                if (lemma.Equals(sentence.Lemmas[i], StringComparison.OrdinalIgnoreCase)) same++;
            }
        }

        return (double)same / total;
    }

    private static double TokenF1(List<GoldSentence> sentences)
    {
        int same = 0, ours = 0, gold = 0;
        foreach (var sentence in sentences)
        {
            var tokens = new List<Token>();
            Tokenizer.Tokenize(sentence.Text, 0, sentence.Text.Length, tokens);
            var spans = sentence.Tokens.Select(t => new TextSpan(t.Start, t.End)).ToHashSet();
            same += tokens.Count(t => spans.Contains(new TextSpan(t.Start, t.End)));
            ours += tokens.Count;
            gold += sentence.Length;
        }

        return 2.0 * same / (ours + gold);
    }

    private sealed record Scores(double Upos, double Penn, double Heads, double Labelled);
}
