using NewsIngest.Language.Syntax;

namespace NewsIngest.Bench.Training.Parsing;

/// <summary>
/// How many gold arcs each transition makes unreachable (the dynamic oracle of Goldberg and Nivre 2013 for the arc-hybrid system).
/// Heads and children are nodes as <see cref="ParseState"/> counts them.
/// </summary>
internal sealed class DynamicOracle
{
    private readonly int[] heads;
    private readonly List<int>[] children;

    public DynamicOracle(int[] goldHeads)
    {
        var root = goldHeads.Length + 1;
        heads = [0, .. goldHeads.Select(h => h < 0 ? root : h + 1), 0];
        children = [.. Enumerable.Range(0, root + 1).Select(_ => new List<int>())];
        for (var node = 1; node < root; node++) children[heads[node]].Add(node);
    }

    public int HeadOf(int node) => heads[node];

    /// <summary>The cost of a transition that is possible in this state.</summary>
    public int Cost(ParseState state, Transition transition)
    {
        var top = state.Stack(0);
        return transition switch
        {
            Transition.Shift => ShiftCost(state),
            Transition.Left => ChildrenInBuffer(state, top) + (heads[top] > state.Next || heads[top] == state.Stack(1) ? 1 : 0),
            _ => ChildrenInBuffer(state, top) + (heads[top] >= state.Next ? 1 : 0),
        };
    }

    private int ShiftCost(ParseState state)
    {
        var front = state.Next;
        var cost = heads[front] < front && heads[front] != state.Stack(0) && IsOnStack(state, heads[front]) ? 1 : 0;
        foreach (var child in children[front])
        {
            if (child < front && IsOnStack(state, child)) cost++;
        }

        return cost;
    }

    private int ChildrenInBuffer(ParseState state, int node)
    {
        var count = 0;
        foreach (var child in children[node])
        {
            if (child >= state.Next) count++;
        }

        return count;
    }

    /// <summary>A node before the buffer is on the stack exactly as long as it has no head.</summary>
    private static bool IsOnStack(ParseState state, int node) => state.Nodes[node].Head == 0;
}
