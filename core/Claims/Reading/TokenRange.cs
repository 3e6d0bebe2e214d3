namespace NewsIngest.Claims.Reading;

/// <summary>Tokens [First, End).</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => First >= End;

    public bool Contains(int token) => token >= First && token < End;
}
