namespace NewsIngest.Entities.Coreference;

/// <summary>
/// A noun phrase that names a role: "the German chancellor", "Acme chief executive", "minister for trade". Token indexes, ends exclusive.
/// </summary>
/// <param name="First">First token, the article or possessive not counted.</param>
/// <param name="End">After the last token, an of-phrase counted.</param>
/// <param name="Head">The role noun.</param>
/// <param name="Title">Small letters, without holder of the office: "chancellor", "foreign minister".</param>
/// <param name="OfFirst">First token of the name of what it is a role in, or -1.</param>
/// <param name="OfEnd">After that name.</param>
/// <param name="Determiner">Token of the article or possessive pronoun before it, or -1.</param>
internal readonly record struct RolePhrase(int First, int End, int Head, string Title, int OfFirst, int OfEnd, int Determiner)
{
    public int FirstWithDeterminer => Determiner >= 0 ? Determiner : First;
}
