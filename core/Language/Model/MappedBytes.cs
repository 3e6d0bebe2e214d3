using System.Buffers;

namespace NewsIngest.Language.Model;

/// <summary>The bytes of a stream over memory, such as an embedded resource, where they lie; good as long as that memory is.</summary>
internal sealed unsafe class MappedBytes(UnmanagedMemoryStream stream) : MemoryManager<byte>
{
    private readonly byte* start = stream.PositionPointer;
    private readonly int length = checked((int)(stream.Length - stream.Position));

    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
