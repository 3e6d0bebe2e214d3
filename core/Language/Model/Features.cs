using System.Runtime.CompilerServices;

namespace NewsIngest.Language.Model;

/// <summary>Makes a feature's key from the number of its template and the values that fill it.</summary>
internal static class Features
{
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xC2B2AE3D27D4EB4F;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(uint template, uint a) => Fold((((ulong)template << 32) | a) * K1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(uint template, uint a, uint b) => Fold(((((ulong)template << 32) | a) * K1) ^ (((ulong)b + template) * K2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Key(uint template, uint a, uint b, uint c) =>
        Fold(((((((ulong)template << 32) | a) * K1) ^ (((ulong)b + template) * K2)) + c) * K1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fold(ulong hash)
    {
        var folded = (uint)((hash * K2) >> 32) ^ (uint)(hash >> 29);
        return folded == 0 ? 1 : folded;
    }
}
