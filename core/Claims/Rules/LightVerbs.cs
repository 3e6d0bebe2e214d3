using System.Collections.Frozen;
using NewsIngest.Claims.Lexicon;

namespace NewsIngest.Claims.Rules;

/// <summary>Verbs that do no more than give voice to the noun after them: "voiced scepticism", "issued a denial".</summary>
internal static class LightVerbs
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms = new[]
    {
        "air", "answer", "back", "bring", "deliver", "dismiss", "echo", "express", "file", "give", "have", "hold", "issue", "level", "make", "offer", "present", "publish",
        "raise", "reaffirm", "reassert", "register", "reiterate", "reject", "release", "renew", "repeat", "restate", "send", "share", "signal", "support", "voice",
    }.SelectMany(VerbForms.Default.Of).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> form) => Forms.Contains(form);
}
