using System.Runtime.InteropServices;

namespace NewsIngest.Language.Model;

/// <summary>Pages of 2 MB instead of 4 KB, where the system has them to give.</summary>
internal static unsafe partial class LargePages
{
    public const int Size = 1 << 21;

    // MADV_HUGEPAGE of madvise(2).
    private const int HugePage = 14;

    /// <summary>Asks for them before the memory is written for the first time. Nothing depends on the answer but speed.</summary>
    public static void AskFor(void* start, int bytes)
    {
        if (OperatingSystem.IsLinux()) _ = Advise(start, (nuint)bytes, HugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint length, int advice);
}
