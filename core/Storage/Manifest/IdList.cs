using Azure.Data.Tables;

namespace NewsIngest.Storage.Manifest;

/// <summary>Article ids in a row: ten bytes each, in binary properties of at most 64 KiB.</summary>
internal static class IdList
{
    private const int IdBytes = 10;
    private const int IdsPerProperty = 64 * 1024 / IdBytes;

    /// <summary>The most properties of a list.</summary>
    public const int MaxParts = 5;

    /// <summary>Two lists of this length fit into one row.</summary>
    public const int MaxIds = IdsPerProperty * MaxParts;

    public static void Write(TableEntity entity, string name, IReadOnlyList<string> ids)
    {
        for (var part = 0; part * IdsPerProperty < ids.Count; part++)
        {
            var bytes = ids.Skip(part * IdsPerProperty).Take(IdsPerProperty).SelectMany(Convert.FromHexString).ToArray();
            entity[name + part] = bytes;
        }
    }

    public static IReadOnlyList<string> Read(TableEntity entity, string name)
    {
        var ids = new List<string>();
        for (var part = 0; entity.GetBinary(name + part) is { } bytes; part++)
        {
            for (var at = 0; at < bytes.Length; at += IdBytes) ids.Add(Convert.ToHexStringLower(bytes, at, IdBytes));
        }

        return ids;
    }
}
