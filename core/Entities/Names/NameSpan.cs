namespace NewsIngest.Entities.Names;

internal enum NameType : byte
{
    Person,
    Organization,
    Place,
    Other,
}

/// <summary>A name in the text: token indexes, <paramref name="End"/> exclusive. A demonym is a name of type <see cref="NameType.Other"/>.</summary>
internal readonly record struct NameSpan(int First, int End, NameType Type)
{
    public int Length => End - First;
}
