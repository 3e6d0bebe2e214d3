namespace NewsIngest.Claims.Reading;

/// <summary>What stands after a cue.</summary>
internal enum ComplementKind
{
    None,
    Quote,
    That,
    Bare,
    Wh,
    To,
    Gerund,
    NounPhrase,
    Colon,
}

/// <summary>The complement of a cue: where its content begins, and a hearer named before it.</summary>
internal readonly record struct Complement(ComplementKind Kind, int First, TokenRange? Addressee);
