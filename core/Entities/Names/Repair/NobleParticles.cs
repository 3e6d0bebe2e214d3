namespace NewsIngest.Entities.Names.Repair;

/// <summary>Small words that part a given name from the rest of the name: "Ada von Roth", "Omar bin Roth".</summary>
internal static class NobleParticles
{
    public static bool Contains(ReadOnlySpan<char> form) => form is "van" or "von" or "der" or "den" or "zu" or "bin" or "ibn";
}
