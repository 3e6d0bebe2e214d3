namespace NewsIngest.Language.Model;

/// <summary>A pool for the texts that come every day, and one for giants, which the garbage collector may empty. Safe for concurrent use.</summary>
/// <param name="create">Makes a new buffer.</param>
/// <param name="longest">Longer texts are giants.</param>
internal sealed class ScratchPools<T>(Func<T> create, int longest)
    where T : class
{
    private readonly ScratchPool<T> usual = new(create);
    private readonly ScratchPool<T> giants = new(create, isForGiants: true);

    /// <summary>The pool for a text of so many tokens or characters, whichever <c>longest</c> counts.</summary>
    public ScratchPool<T> For(int length) => length > longest ? giants : usual;
}
