namespace NewsIngest.Entities.Lexicon;

/// <summary>A country or territory as the data file gives it. The first demonym is the adjective.</summary>
internal sealed record Country(string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Demonyms, IReadOnlyList<string> Seats);
