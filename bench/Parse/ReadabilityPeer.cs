using System.Text.Json;
using NewsIngest.Bench.Runs;

namespace NewsIngest.Bench.Parse;

/// <summary>Runs Mozilla's Readability.js over linkedom (bench/peers) on the same pages, in one Node process.</summary>
internal static class ReadabilityPeer
{
    /// <summary>Its texts and times, or null with the reason printed when Node.js or npm is missing.</summary>
    public static Extraction? Run(IReadOnlyList<Page> pages, int rounds)
    {
        var list = Path.GetTempFileName();
        try
        {
            File.WriteAllText(list, JsonSerializer.Serialize(pages.Select(p => new { id = p.Id, path = p.File })));
            if (NodeScript.Run("parse", "readability.mjs", list, rounds.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } output) return null;
            using var json = JsonDocument.Parse(output);
            var texts = json.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal);
            return new Extraction("Readability.js + linkedom", json.RootElement.GetProperty("seconds").GetDouble(), texts);
        }
        finally
        {
            File.Delete(list);
        }
    }
}
