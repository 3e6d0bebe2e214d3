namespace NewsIngest.Bench.Hostile;

/// <summary>The samples of every format, cut off and with bits turned over. The same seed number gives the same files.</summary>
internal static class BrokenSeeds
{
    private static readonly double[] Cuts = [0.05, 0.5, 0.95];

    public static IEnumerable<HostileFile> Of(string seedFolder, int seed)
    {
        foreach (var path in Directory.EnumerateFiles(seedFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var bytes = File.ReadAllBytes(path);
            var random = new Random(seed ^ bytes.Length);
            foreach (var cut in Cuts) yield return new HostileFile("cut off", name, bytes[..Math.Max(1, (int)(bytes.Length * cut))]);
            yield return new HostileFile("one bit turned over", name, Flipped(bytes, 1, random));
            yield return new HostileFile("many bits turned over", name, Flipped(bytes, 1 + bytes.Length / 100, random));
        }
    }

    public static byte[] Flipped(byte[] bytes, int bits, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        for (var i = 0; i < bits; i++) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }
}
