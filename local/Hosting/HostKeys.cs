using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Local.Hosting;

/// <summary>Who may call what: the key comes in the header x-functions-key or the parameter code, as with the real host.</summary>
internal sealed class HostKeys(HostSettings settings)
{
    private const string Header = "x-functions-key";
    private const string Parameter = "code";

    public bool Allows(HttpRequest request, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous || !settings.AsksForKeys) return true;
        var given = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query[Parameter].ToString();
        return IsKey(given, settings.MasterKey) || (level == AuthorizationLevel.Function && IsKey(given, settings.FunctionKey));
    }

    /// <summary>Takes the same time whatever the first difference is.</summary>
    private static bool IsKey(string given, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
