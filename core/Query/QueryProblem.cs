namespace NewsIngest.Query;

/// <summary>A parameter that was not understood, and what is accepted.</summary>
public sealed record QueryProblem(string Parameter, string Message);

/// <summary>A query that was understood, or what is wrong with it: exactly one of the two.</summary>
public sealed record Parsed<T>(T? Query, IReadOnlyList<QueryProblem> Problems)
    where T : class
{
    public bool IsValid => Query is not null;
}

/// <summary>A cursor that does not belong to the query it was sent with.</summary>
public sealed class CursorException() : Exception("the cursor does not belong to this query; start again without it");
