namespace NewsIngest.Entities.Coreference;

/// <summary>What two names can have in common.</summary>
internal enum ClusterKeyKind
{
    /// <summary>The whole name, folded; the first or last word, or the initials, of an organisation's.</summary>
    Folded,

    /// <summary>The canonical name of the lexicon.</summary>
    Known,

    /// <summary>The last word of a person's full name.</summary>
    Last,

    /// <summary>The first two words of a person's name.</summary>
    Beginning,

    /// <summary>Any word of a person's name.</summary>
    Word,

    /// <summary>A group of given names that are forms of one.</summary>
    Nickname,
}

/// <summary>A key of the <see cref="ClusterIndex"/>; strings are compared ordinally.</summary>
internal readonly record struct ClusterKey(ClusterKeyKind Kind, string First, string Second = "", int Number = 0);
