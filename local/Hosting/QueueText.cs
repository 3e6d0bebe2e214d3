using System.Text;
using Azure.Storage.Queues;

namespace NewsIngest.Local.Hosting;

/// <summary>Message texts in the encoding of host.json.</summary>
internal static class QueueText
{
    public static string Encode(string text, QueueMessageEncoding encoding) =>
        encoding == QueueMessageEncoding.Base64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text;

    /// <exception cref="FormatException">The text is not in this encoding.</exception>
    public static string Decode(string text, QueueMessageEncoding encoding) =>
        encoding == QueueMessageEncoding.Base64 ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
}
