using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>The dependency trees of a text, sentence by sentence as they are asked for. All indexes are tokens of the text.</summary>
internal sealed class SyntaxTrees(Token[] tokens, int count, Sentence[] sentences, uint[] forms, WorkArrays work)
{
    private const int None = -1;

    /// <summary>In words; what a longer sentence is parsed in is not kept for the next one.</summary>
    private const int LongestKept = 1 << 12;

    private static readonly ScratchPool<ParseState> States = new(() => new ParseState());

    // Made with the first parse.
    private bool[] isParsed = [];
    private Node[] nodes = [];
    private ParseState? state;

    public bool IsParsed(int token) => isParsed.Length > 0 && isParsed[token];

    public int Head(int token) => nodes[token].Head;

    public Deprel Relation(int token) => nodes[token].Relation;

    public int FirstChild(int token) => nodes[token].FirstChild;

    public int NextSibling(int token) => nodes[token].NextSibling;

    public int SubtreeFirst(int token) => nodes[token].First;

    public int SubtreeEnd(int token) => nodes[token].End;

    public int Root(int sentence)
    {
        var token = sentences[sentence].FirstToken;
        while (nodes[token].Head >= 0) token = nodes[token].Head;
        return token;
    }

    public void Parse(int sentence)
    {
        var (first, end, _) = sentences[sentence];
        if (IsParsed(first)) return;
        if (nodes.Length == 0)
        {
            nodes = work.RentUncleared<Node>(count);
            isParsed = work.Rent<bool>(count);
        }

        var length = end - first;
        var parser = ParserModel.Default;
        var parse = length > LongestKept ? new ParseState() : state ??= work.Borrow(States);
        parse.Start(tokens.AsSpan(first, length), forms.AsSpan(first, length), parser.Vocabulary);
        parser.Parse(parse);
        Link(first, end, parse);
        isParsed.AsSpan(first, length).Fill(true);
    }

    private void Link(int first, int end, ParseState parsed)
    {
        for (var token = first; token < end; token++)
        {
            var head = parsed.HeadOf(token - first);
            nodes[token] = new Node
            {
                Head = head < 0 ? None : head + first,
                Relation = parsed.RelationOf(token - first),
                FirstChild = None,
                NextSibling = None,
                First = token,
                End = token + 1,
            };
        }

        // Each token goes to the front of its head's list, so the last comes first here.
        for (var token = end - 1; token >= first; token--)
        {
            var head = nodes[token].Head;
            if (head < 0) continue;
            nodes[token].NextSibling = nodes[head].FirstChild;
            nodes[head].FirstChild = token;
        }

        // Trees are projective: going right, a token's left part is complete before it is reached, and going left its right part.
        for (var token = first; token < end; token++)
        {
            if (nodes[token].Head > token) nodes[nodes[token].Head].First = Math.Min(nodes[nodes[token].Head].First, nodes[token].First);
        }

        for (var token = end - 1; token >= first; token--)
        {
            if (nodes[token].Head >= 0 && nodes[token].Head < token)
                nodes[nodes[token].Head].End = Math.Max(nodes[nodes[token].Head].End, nodes[token].End);
        }
    }

    private struct Node
    {
        public int Head;
        public int FirstChild;
        public int NextSibling;
        public int First;
        public int End;
        public Deprel Relation;
    }
}
