using System.IO.Compression;

namespace NewsIngest.Parsing;

/// <summary>Tells an Office document (a zip with a parts list) from an ordinary zip.</summary>
internal static class OfficeFile
{
    /// <summary>Whether the zip is an Office Open XML document of any kind.</summary>
    public static bool IsOne(ReadOnlyMemory<byte> zip) => Has(zip, "[Content_Types].xml");

    /// <summary>Whether the zip holds a member of this name; false as well when it cannot be opened.</summary>
    public static bool Has(ReadOnlyMemory<byte> zip, string member)
    {
        try
        {
            using var stream = FileContent.Open(zip);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return archive.GetEntry(member) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
