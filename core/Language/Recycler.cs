namespace NewsIngest.Language;

/// <summary>Small objects of which an analysis needs many: it takes those that an earlier one made. Not safe for concurrent use.</summary>
internal sealed class Recycler<T>
    where T : class, new()
{
    private readonly List<T> made = [];
    private int used;

    /// <summary>An object that nobody uses; it still holds what it was used for last.</summary>
    public T Next()
    {
        if (used == made.Count) made.Add(new T());
        return made[used++];
    }

    /// <summary>Takes all objects back: whoever still holds one must not use it any more.</summary>
    public void Reset() => used = 0;
}
