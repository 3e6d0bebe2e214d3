using System.Globalization;

namespace NewsIngest.Parsing;

/// <summary>The limits that one dropped file has left: time, unpacked bytes, archive depth, articles.</summary>
internal sealed class ParseContext(string file, ParsingOptions options, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();
    private long unpacked;

    public ParsingOptions Options { get; } = options;

    public int Depth { get; private set; }

    public int Members { get; private set; }

    /// <exception cref="ParseException">The file has had its time.</exception>
    public void CheckTime()
    {
        if (clock.GetElapsedTime(started) > Options.MaxTime) throw OutOfTime();
    }

    /// <summary>What is left of the file's time, at least nothing.</summary>
    public TimeSpan TimeLeft
    {
        get
        {
            var left = Options.MaxTime - clock.GetElapsedTime(started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The exception that refuses a file which has had its time.</summary>
    public ParseException OutOfTime() =>
        Refuse(string.Create(CultureInfo.InvariantCulture, $"reading it takes longer than the {Options.MaxTime.TotalSeconds:0.#} seconds a file may take"));

    /// <summary>Counts unpacked bytes against the limit of the whole file.</summary>
    /// <exception cref="ParseException">The limit is passed.</exception>
    public void CountUnpacked(int bytes)
    {
        unpacked += bytes;
        if (unpacked > Options.MaxUnpackedBytes)
            throw Refuse($"it unpacks to more than the {ByteSize.Of(Options.MaxUnpackedBytes)} allowed");
        CheckTime();
    }

    /// <summary>Looks at the length of a text: of an article, or of the source of one.</summary>
    /// <exception cref="ParseException">It is too long.</exception>
    public void CheckLength(int characters)
    {
        if (characters > Options.MaxTextLength) throw Refuse(string.Create(CultureInfo.InvariantCulture, $"an article in it has more than the {Options.MaxTextLength:N0} characters allowed"));
    }

    /// <summary>Counts a member of an archive.</summary>
    /// <exception cref="ParseException">The archive holds too many.</exception>
    public void CountMember()
    {
        if (++Members > Options.MaxArchiveMembers) throw Refuse($"it holds more than the {Options.MaxArchiveMembers} files allowed in an archive");
    }

    /// <summary>Goes into an archive until the returned object is disposed.</summary>
    /// <exception cref="ParseException">Archives are nested too deep.</exception>
    public IDisposable Enter()
    {
        if (++Depth > Options.MaxArchiveDepth) throw Refuse($"archives inside it are nested deeper than the {Options.MaxArchiveDepth} levels allowed");
        return new Leaving(this);
    }

    /// <summary>The exception that refuses the file.</summary>
    public ParseException Refuse(string reason, Exception? inner = null) => new(file, reason, inner);

    private sealed class Leaving(ParseContext context) : IDisposable
    {
        public void Dispose() => context.Depth--;
    }
}
