using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsIngest.Language.Model;

/// <summary>Reads what <see cref="BinaryWriter"/> wrote from bytes in memory: a model holds millions of numbers, and a start waits for them.</summary>
internal sealed class ModelReader(ReadOnlyMemory<byte> bytes)
{
    private int position;

    /// <summary>Reads a stream as it is; one over memory, such as an embedded resource, without a copy, so that the reader is of use as long as the stream.</summary>
    public static ModelReader Open(Stream stream)
    {
        if (stream is UnmanagedMemoryStream mapped) return new ModelReader(new MappedBytes(mapped).Memory);
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)stream.Length));
        stream.ReadExactly(bytes);
        return new ModelReader(bytes);
    }

    /// <exception cref="EndOfStreamException">Fewer bytes are left than asked for; so with every other method.</exception>
    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > bytes.Length - position) throw new EndOfStreamException("The model ends too early.");
        position += count;
        return bytes.Span.Slice(position - count, count);
    }

    /// <summary>Copies numbers that stand as they lie in memory, the lowest byte first.</summary>
    public T[] ReadArray<T>(int count)
        where T : unmanaged
    {
        if (count < 0 || count > bytes.Length) throw new EndOfStreamException("The model ends too early.");
        return MemoryMarshal.Cast<byte, T>(ReadBytes(checked(count * Unsafe.SizeOf<T>()))).ToArray();
    }

    public byte ReadByte() => ReadBytes(1)[0];

    public sbyte ReadSByte() => (sbyte)ReadByte();

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(int)));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(sizeof(uint)));
}
