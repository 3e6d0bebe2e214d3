namespace NewsIngest.Language.Syntax;

/// <summary>
/// A configuration of the arc-hybrid transition system (Kuhlmann et al. 2011): a stack, a buffer, and the arcs built so far.
/// Node 0 stands for "no such node", 1 to n are the words, n + 1 is the root, which waits at the end of the buffer.
/// One instance is used for sentence after sentence.
/// </summary>
internal sealed class ParseState
{
    public const int None = 0;

    /// <summary>Children on one side are counted up to one less than this.</summary>
    public const int MaxChildren = 4;

    private Node[] nodes = new Node[64];
    private int[] stack = new int[64];

    /// <summary>Number of words.</summary>
    public int Length { get; private set; }

    /// <summary>The node at the front of the buffer.</summary>
    public int Next { get; private set; }

    public int StackSize { get; private set; }

    public int Root => Length + 1;

    public bool IsFinished => Next == Root && StackSize == 0;

    public bool CanShift => Next < Root;

    public bool CanRight => StackSize > 1;

    /// <summary>A word may take the root as its head only when it is the last one left, so that there is one root.</summary>
    public bool CanLeft => StackSize > 0 && (Next < Root || StackSize == 1);

    public ReadOnlySpan<Node> Nodes => nodes.AsSpan(0, Length + 2);

    /// <summary>Begins a sentence. <paramref name="forms"/> are the hashes of its words.</summary>
    public void Start(ReadOnlySpan<Token> tokens, ReadOnlySpan<uint> forms, ParserVocabulary vocabulary)
    {
        Length = tokens.Length;
        Next = 1;
        StackSize = 0;
        Reserve(Length + 2);
        Array.Clear(nodes, 0, Length + 2);
        for (var i = 0; i < Length; i++)
        {
            nodes[i + 1].Word = vocabulary.WordOf(forms[i]);
            nodes[i + 1].Tag = vocabulary.TagOf(tokens[i]);
        }

        nodes[Root].Word = ParserVocabulary.RootWord;
        nodes[Root].Tag = ParserVocabulary.RootTag;
        QuoteState.Mark(nodes.AsSpan(1, Length), forms);
    }

    /// <summary>The node that lies <paramref name="depth"/> below the top of the stack.</summary>
    public int Stack(int depth) => StackSize > depth ? stack[StackSize - 1 - depth] : None;

    /// <summary>The node that lies <paramref name="distance"/> behind the front of the buffer.</summary>
    public int Buffer(int distance) => Next + distance <= Root ? Next + distance : None;

    public void Shift() => stack[StackSize++] = Next++;

    /// <summary>Makes the front of the buffer the head of the top of the stack.</summary>
    public void Left(Deprel relation)
    {
        var child = stack[--StackSize];
        Attach(Next, child, relation);
        ref var head = ref nodes[Next];
        head.LeftChild2 = head.LeftChild;
        head.LeftChild = child;
        if (head.LeftCount < MaxChildren - 1) head.LeftCount++;
    }

    /// <summary>Makes the second node of the stack the head of its top.</summary>
    public void Right(Deprel relation)
    {
        var child = stack[--StackSize];
        var headNode = stack[StackSize - 1];
        Attach(headNode, child, relation);
        ref var head = ref nodes[headNode];
        head.RightChild2 = head.RightChild;
        head.RightChild = child;
        if (head.RightCount < MaxChildren - 1) head.RightCount++;
    }

    /// <summary>Head of a word, both counted from 0; -1 for the root.</summary>
    public int HeadOf(int word) => nodes[word + 1].Head == Root ? -1 : nodes[word + 1].Head - 1;

    public Deprel RelationOf(int word) => (Deprel)(nodes[word + 1].Relation - 1);

    private void Attach(int head, int child, Deprel relation)
    {
        nodes[child].Head = head;
        nodes[child].Relation = (byte)(relation + 1);
    }

    private void Reserve(int count)
    {
        if (nodes.Length >= count) return;
        var size = Math.Max(count, nodes.Length * 2);
        nodes = new Node[size];
        stack = new int[size];
    }

    /// <summary>What is known of one word while its sentence is parsed. A relation is stored plus one; 0 means no head yet. Quoted is 1 inside quote marks.</summary>
    public struct Node
    {
        public int Word;
        public int Tag;
        public int Head;
        public int LeftChild;
        public int LeftChild2;
        public int RightChild;
        public int RightChild2;
        public byte LeftCount;
        public byte RightCount;
        public byte Relation;
        public byte Quoted;
    }
}
