namespace NewsIngest.Language;

/// <summary>What the letters of a token show, without regard to its neighbours.</summary>
[Flags]
internal enum WordLook : byte
{
    None = 0,

    /// <summary>The first character is a letter.</summary>
    StartsWithLetter = 1,

    /// <summary>The first character is a capital.</summary>
    StartsUpper = 2,

    /// <summary>The first character is a small letter.</summary>
    StartsSmall = 4,

    /// <summary>The first character is a digit.</summary>
    StartsWithDigit = 8,

    /// <summary>There is a capital: any at the start, one of A to Z elsewhere.</summary>
    HasCapital = 16,

    /// <summary>There is nothing but letters of A to Z and a to z.</summary>
    IsPlain = 32,
}
