namespace NewsIngest.Entities.Coreference;

/// <summary>A title that somebody has, and what it is of.</summary>
internal readonly record struct Office(string Title, string? Of)
{
    /// <summary>The title in the form in which titles are compared.</summary>
    public string Normal { get; } = Titles.Normal(Title);
}
