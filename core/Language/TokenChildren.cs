using NewsIngest.Language.Syntax;

namespace NewsIngest.Language;

/// <summary>The dependents of a token from left to right; enumerating it allocates nothing.</summary>
public readonly struct TokenChildren : IEquatable<TokenChildren>
{
    private readonly SyntaxTrees trees;
    private readonly int token;

    internal TokenChildren(SyntaxTrees trees, int token)
    {
        this.trees = trees;
        this.token = token;
    }

    public static bool operator ==(TokenChildren left, TokenChildren right) => left.Equals(right);

    public static bool operator !=(TokenChildren left, TokenChildren right) => !left.Equals(right);

    public Enumerator GetEnumerator() => new(trees, token);

    public bool Equals(TokenChildren other) => trees == other.trees && token == other.token;

    public override bool Equals(object? obj) => obj is TokenChildren other && Equals(other);

    public override int GetHashCode() => token;

    /// <summary>Walks from child to child.</summary>
    public ref struct Enumerator
    {
        private readonly SyntaxTrees trees;
        private int next;

        internal Enumerator(SyntaxTrees trees, int token)
        {
            this.trees = trees;
            next = trees.FirstChild(token);
            Current = -1;
        }

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (next < 0) return false;
            Current = next;
            next = trees.NextSibling(next);
            return true;
        }
    }
}
