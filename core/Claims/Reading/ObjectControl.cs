using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Reading;

/// <summary>Verbs whose object does what the infinitive after it says: "led her to declare", "asked the mayor to say".</summary>
internal static class ObjectControl
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms = new[]
    {
        "advise", "allow", "ask", "cause", "challenge", "compel", "convince", "drive", "enable", "encourage", "expect", "force", "get", "help", "inspire", "instruct", "invite", "lead",
        "leave", "order", "permit", "persuade", "press", "pressure", "prompt", "push", "require", "tell", "tempt", "urge", "want",
    }.SelectMany(VerbForms.Default.Of).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> form) => Forms.Contains(form);
}
