namespace NewsIngest.Entities.Names;

/// <summary>Some of the forms of a text. Those without a number count as one.</summary>
internal readonly struct FormSet(NameDocument document)
{
    private readonly bool[] holds = document.Text.Work.Rent<bool>(document.FormCount - NameDocument.NoNumber);

    /// <summary>Adds the form of a token.</summary>
    public void Add(int token) => holds[Place(token)] = true;

    /// <summary>Whether the form of the token is one of them.</summary>
    public bool Contains(int token) => holds[Place(token)];

    private int Place(int token) => document.FormNumber(token) - NameDocument.NoNumber;
}
