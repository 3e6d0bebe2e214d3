namespace NewsIngest.Entities.Coreference;

/// <summary>A title that somebody has, and what it is of; <paramref name="Normal"/> is the title in the form in which titles are compared.</summary>
internal readonly record struct Office(string Title, string Normal, string? Of);
