using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsIngest.Language.Model;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Sums of rows with a weight for each label of either pass. That of the label outside is left out: it is taken from the others in
/// training, as only differences count.
/// </summary>
internal static class NameSums
{
    /// <summary>Labels of a pass, outside left out.</summary>
    public const int Labels = NameLabels.Count - 1;

    public const int Width = 2 * Labels;

    /// <summary>Where the sums of a word begin among its <see cref="PerWord"/>: as the token itself, as the one before it, as the one after it.</summary>
    public const int Own = 0;
    public const int Before = Width;
    public const int After = 2 * Width;
    public const int PerWord = 3 * Width;

    /// <summary>Replaces the features by their rows and adds those up, the first pass low, the second high.</summary>
    public static void Add(ByteRows rows, Span<uint> features, ref Vector256<short> first, ref Vector256<short> second)
    {
        AddRows(rows, features[..rows.FindAll(features)], ref first, ref second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRows(ByteRows rows, ReadOnlySpan<uint> numbers, ref Vector256<short> first, ref Vector256<short> second)
    {
        var (low, high) = (first, second);
        foreach (var number in numbers) AddRow(rows, number, ref low, ref high);
        (first, second) = (low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<short> sums, ref Vector256<short> first, ref Vector256<short> second)
    {
        ref var start = ref MemoryMarshal.GetReference(sums);
        first += Vector256.LoadUnsafe(ref start);
        second += Vector256.LoadUnsafe(ref start, Labels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRow(ByteRows rows, uint number, ref Vector256<short> first, ref Vector256<short> second)
    {
        ref var row = ref rows[number];
        first += Vector256.WidenLower(Vector128.LoadUnsafe(ref row).ToVector256Unsafe());
        second += Vector256.WidenLower(Vector128.LoadUnsafe(ref row, Labels).ToVector256Unsafe());
    }

    public static void OfWord(ByteRows rows, in NameWord word, Span<short> into)
    {
        Span<uint> buffer = stackalloc uint[NameFeatures.MaxCount];
        var list = new FeatureList(buffer);
        NameFeatures.AddOwn(ref list, word.Features, word.Classes, word.At);
        var before = list.Count;
        NameFeatures.AddBefore(ref list, word.Features, word.Classes);
        var after = list.Count;
        NameFeatures.AddAfter(ref list, word.Features, word.Classes);
        Span<uint> slots = stackalloc uint[list.Count];
        rows.WillFind(buffer[..list.Count], slots);
        Store(rows, buffer[..rows.FindAll(buffer[..before], slots[..before])], into[Own..]);
        Store(rows, buffer[before..][..rows.FindAll(buffer[before..after], slots[before..after])], into[Before..]);
        Store(rows, buffer[after..][..rows.FindAll(buffer[after..list.Count], slots[after..])], into[After..]);
    }

    /// <summary>The sums of every set of <see cref="FormCompany"/>, one after the other.</summary>
    public static short[] OfCompanies(ByteRows rows)
    {
        var sums = new short[(1 << NameFeatures.CompanyBits) * Width];
        Span<uint> buffer = stackalloc uint[NameFeatures.CompanyBits];
        for (var company = 0u; company < 1 << NameFeatures.CompanyBits; company++)
        {
            var list = new FeatureList(buffer);
            NameFeatures.AddCompany(ref list, company);
            Store(rows, buffer[..rows.FindAll(buffer[..list.Count])], sums.AsSpan((int)company * Width));
        }

        return sums;
    }

    private static void Store(ByteRows rows, ReadOnlySpan<uint> numbers, Span<short> into)
    {
        Vector256<short> first = default, second = default;
        AddRows(rows, numbers, ref first, ref second);
        first.CopyTo(into);
        second.CopyTo(into[Labels..]);
    }
}
