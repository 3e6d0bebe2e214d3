namespace NewsIngest.Bench.Training.Parsing;

/// <summary>Makes a tree projective by moving crossing arcs up, shortest first (Nivre and Nilsson 2005, "baseline").</summary>
internal static class Projectivizer
{
    public static int[] Lift(int[] heads)
    {
        var lifted = (int[])heads.Clone();
        while (ShortestCrossing(lifted) is var child and >= 0) lifted[child] = lifted[lifted[child]];
        return lifted;
    }

    private static int ShortestCrossing(int[] heads)
    {
        var best = -1;
        for (var child = 0; child < heads.Length; child++)
        {
            if (heads[child] < 0 || IsProjective(heads, child)) continue;
            if (best < 0 || Math.Abs(heads[child] - child) < Math.Abs(heads[best] - best)) best = child;
        }

        return best;
    }

    private static bool IsProjective(int[] heads, int child)
    {
        var head = heads[child];
        for (var between = Math.Min(head, child) + 1; between < Math.Max(head, child); between++)
        {
            var ancestor = between;
            while (ancestor >= 0 && ancestor != head) ancestor = heads[ancestor];
            if (ancestor != head) return false;
        }

        return true;
    }
}
