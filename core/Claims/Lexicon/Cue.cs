namespace NewsIngest.Claims.Lexicon;

/// <summary>What sort of words a cue is.</summary>
internal enum CueKind
{
    Verb,
    Phrase,
    Noun,
    Prep,
    Adverb,
}

/// <summary>What a cue reports.</summary>
internal enum CueForce
{
    /// <summary>An utterance.</summary>
    Say,

    /// <summary>A belief, wish or expectation.</summary>
    Stance,

    /// <summary>What a study or document shows.</summary>
    Find,
}

/// <summary>What may follow a cue as its content; the names are those of the file's frames column.</summary>
[Flags]
internal enum CueFrames
{
    None = 0,
    Quote = 1 << 0,
    That = 1 << 1,
    Bare = 1 << 2,
    Wh = 1 << 3,
    To = 1 << 4,
    Ing = 1 << 5,
    Obj = 1 << 6,
    Addr = 1 << 7,
    ObjTo = 1 << 8,
    ObjAs = 1 << 9,
    ObjPred = 1 << 10,
    ObjOf = 1 << 11,
    ObjFor = 1 << 12,
    ObjOn = 1 << 13,
    ObjTo2 = 1 << 14,
    ObjWith = 1 << 15,
    ObjAbout = 1 << 16,
    PassTo = 1 << 17,
    Of = 1 << 18,
    For = 1 << 19,
    About = 1 << 20,
    Clause = 1 << 21,
}

/// <summary>One line of the cue lexicon. <paramref name="Words"/> are the parts of <paramref name="Lemma"/>; only the first is inflected.</summary>
internal sealed record CueEntry(string Lemma, string[] Words, CueKind Kind, Modality Modality, CueFrames Frames, CueForce Force, string Example)
{
    public bool Has(CueFrames frame) => (Frames & frame) != 0;

    /// <summary>"say", "warn": reports an utterance as a clause or in quote marks.</summary>
    public bool IsReport => Force == CueForce.Say && Has(CueFrames.That | CueFrames.Quote);

    /// <summary>"say": what follows it is a clause, whatever its subject looks like.</summary>
    public bool TakesOnlyClauses => Kind == CueKind.Verb && Force == CueForce.Say && Has(CueFrames.Bare) && !Has(CueFrames.Obj | CueFrames.Addr | CueFrames.To | CueFrames.ObjPred);
}
