using NewsIngest.Articles;
using NewsIngest.Language;
using NewsIngest.Language.Model;
using NewsIngest.Language.Tagging;
using NewsIngest.Language.Tokens;
using Spectre.Console;

namespace NewsIngest.Bench.Training;

/// <summary>Scores of the tokenizer (F1 of token spans) and, on gold tokens, of tags.</summary>
internal static class ParseEvaluation
{
    public static void Print(IReadOnlyList<GoldSentence> sentences, EnglishModel model)
    {
        var table = new Table().AddColumns("part", "sentences", "tokens", "token F1", "UPOS", "Penn");
        foreach (var (name, part) in Parts(sentences))
        {
            var (upos, penn) = Tags(part, model.Tagger);
            table.AddRow(name, $"{part.Count}", $"{part.Sum(s => s.Length)}", $"{TokenF1(part):P2}", $"{upos:P2}", $"{penn:P2}");
        }

        AnsiConsole.Write(table);
    }

    private static IEnumerable<(string Name, List<GoldSentence> Sentences)> Parts(IReadOnlyList<GoldSentence> sentences)
    {
        foreach (var genre in sentences.GroupBy(s => s.Genre).OrderBy(g => g.Key, StringComparer.Ordinal)) yield return (genre.Key, [.. genre]);
        yield return ("GUM dev", [.. sentences.Where(s => s.Genre != "ewt")]);
    }

    private static (double Upos, double Penn) Tags(List<GoldSentence> sentences, Tagger tagger)
    {
        var scratch = new TagScratch();
        int upos = 0, penn = 0, total = 0;
        foreach (var sentence in sentences)
        {
            var tokens = (Token[])sentence.Tokens.Clone();
            var forms = tokens.Select(t => FormHash.Of(sentence.Text, t)).ToArray();
            tagger.Tag(sentence.Text, tokens, forms, scratch);
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Upos == sentence.Tokens[i].Upos) upos++;
                if (tokens[i].Penn == sentence.Tokens[i].Penn) penn++;
            }

            total += tokens.Length;
        }

        return ((double)upos / total, (double)penn / total);
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
}
