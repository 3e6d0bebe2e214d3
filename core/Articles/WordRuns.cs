namespace NewsIngest.Articles;

/// <summary>Hashes of the runs of so many words in a row, one after another, whatever case and punctuation; a run may go on from one part of the text to the next.</summary>
internal ref struct WordRuns(Span<ulong> window)
{
    private readonly Span<ulong> window = window;
    private ReadOnlySpan<char> rest;

    /// <summary>Words so far.</summary>
    public int Words { get; private set; }

    /// <summary>The run that ends with the last word.</summary>
    public readonly ulong Current
    {
        get
        {
            var run = 0UL;
            for (var k = 0; k < window.Length; k++) run = Mix(run ^ window[(Words + k) % window.Length]);
            return run;
        }
    }

    public void Continue(ReadOnlySpan<char> part) => rest = part;

    /// <summary>Goes to the next run; false when this part of the text has none any more.</summary>
    public bool MoveNext()
    {
        var i = 0;
        while (i < rest.Length)
        {
            if (!char.IsLetterOrDigit(rest[i]))
            {
                i++;
                continue;
            }

            var hash = 14695981039346656037UL;
            for (; i < rest.Length && char.IsLetterOrDigit(rest[i]); i++) hash = (hash ^ char.ToLowerInvariant(rest[i])) * 1099511628211UL;
            window[Words % window.Length] = hash;
            if (++Words < window.Length) continue;
            rest = rest[i..];
            return true;
        }

        rest = [];
        return false;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    public static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
