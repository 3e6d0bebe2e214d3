using System.Security.Cryptography;
using System.Text;

namespace NewsIngest.Local.Azurite;

/// <summary>A storage account that the emulator serves.</summary>
internal sealed record AzuriteAccount(string Name, string Key)
{
    /// <summary>The emulator's own account and its published key, see https://learn.microsoft.com/azure/storage/common/storage-use-azurite.</summary>
    public static AzuriteAccount Default { get; } = new(
        "devstoreaccount1",
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    /// <summary>An account of the given name (3 to 24 lower-case letters and digits); the key follows from the name and keeps no secret.</summary>
    public static AzuriteAccount Named(string name) => new(name, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
}
