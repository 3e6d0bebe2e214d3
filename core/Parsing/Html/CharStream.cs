using System.Runtime.InteropServices;

namespace NewsIngest.Parsing.Html;

/// <summary>Characters as the bytes of UTF-16 in the machine's order, for a reader that takes only bytes. Never waits.</summary>
internal sealed class CharStream(ReadOnlyMemory<char> chars) : Stream
{
    private ReadOnlyMemory<char> rest = chars;
    private int read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var bytes = MemoryMarshal.AsBytes(rest.Span)[read..];
        var count = Math.Min(bytes.Length, buffer.Length);
        bytes[..count].CopyTo(buffer);
        read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    /// <summary>Lets go of the characters: who has read them may keep the stream.</summary>
    protected override void Dispose(bool disposing)
    {
        (rest, read) = (default, 0);
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
