using NewsIngest.Claims.Rules;

namespace NewsIngest.Claims.Building;

/// <summary>What the speaker does: the cue says it, and where the cue only says that something was said, the content.</summary>
internal static class ModalityReader
{
    public static Modality Read(ClaimDraft draft) => draft.Modality ?? draft.Cue?.Modality ?? Modality.Assert;
}
