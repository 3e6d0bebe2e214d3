namespace NewsIngest.Bench.Quality.Gold;

/// <summary>The assignment of rows to columns with the greatest sum of weights (Kuhn 1955, in Jonker and Volgenant's form); 0 is no pair.</summary>
internal static class Assignment
{
    /// <summary>Column of each row, or -1.</summary>
    public static int[] Best(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        var size = Math.Max(rows, columns);
        var most = weights.Cast<double>().DefaultIfEmpty().Max() + 1;
        double Cost(int i, int j) => most - (i < rows && j < columns ? weights[i, j] : 0);
        var (u, v, rowOf, way) = (new double[size + 1], new double[size + 1], new int[size + 1], new int[size + 1]);
        for (var i = 1; i <= size; i++)
        {
            rowOf[0] = i;
            var column = 0;
            var least = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (row, delta, next) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (used[j]) continue;
                    var cost = Cost(row - 1, j - 1) - u[row] - v[j];
                    if (cost < least[j]) (least[j], way[j]) = (cost, column);
                    if (least[j] < delta) (delta, next) = (least[j], j);
                }

                for (var j = 0; j <= size; j++)
                {
                    if (used[j]) (u[rowOf[j]], v[j]) = (u[rowOf[j]] + delta, v[j] - delta);
                    else least[j] -= delta;
                }

                column = next;
            }
            while (rowOf[column] != 0);

            for (; column != 0; column = way[column]) rowOf[column] = rowOf[way[column]];
        }

        var found = Enumerable.Repeat(-1, rows).ToArray();
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] is var i and > 0 && i <= rows && weights[i - 1, j - 1] > 0) found[i - 1] = j - 1;
        }

        return found;
    }
}
