using NewsIngest.Language;

namespace NewsIngest.Bench.Training;

/// <summary>One sentence of a treebank: its text, tokens with gold tags, lemmas and, per token, head (-1 for the root) and relation.</summary>
internal sealed record GoldSentence(string Document, string Text, Token[] Tokens, string[] Lemmas, int[] Heads, Deprel[] Relations)
{
    public int Length => Tokens.Length;

    public string Genre => Document.Split('_') is ["GUM", var genre, ..] ? genre : "ewt";
}
