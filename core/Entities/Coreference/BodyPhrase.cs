namespace NewsIngest.Entities.Coreference;

/// <summary>A description of a state's body: "the Russian defence ministry", "the foreign ministry in Oslo". Token indexes, ends exclusive.</summary>
/// <param name="First">First token, the article counted.</param>
/// <param name="NameFirst">First token after the article.</param>
/// <param name="End">After the last token, "in Oslo" counted.</param>
/// <param name="Kind">"ministry".</param>
/// <param name="Fields">What it is for, each word folded and in one spelling; empty for a parliament.</param>
/// <param name="Country">The state, or null when the text does not say.</param>
internal readonly record struct BodyPhrase(int First, int NameFirst, int End, string Kind, IReadOnlyList<string> Fields, string? Country);
