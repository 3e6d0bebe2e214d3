using System.Text.Json;
using NewsIngest.Tests.House;

namespace NewsIngest.Tests.Infra;

/// <summary>What a deployment would make, as the compiler predicts it: the committed snapshots, which <see cref="BicepTests"/> holds against the sources.</summary>
internal sealed class Deployment
{
    private readonly JsonElement snapshot;

    private Deployment(string path) => snapshot = JsonElement.Parse(File.ReadAllText(path));

    public static Deployment Dev { get; } = new(Repository.PathOf("infra", "dev.snapshot.json"));

    public static Deployment Prod { get; } = new(Repository.PathOf("infra", "prod.snapshot.json"));

    /// <summary>The second phase, with everything switched on that can be.</summary>
    public static Deployment Connected { get; } = new(Repository.PathOf("tests", "Infra", "connected.snapshot.json"));

    public static IReadOnlyList<Deployment> All { get; } = [Dev, Prod, Connected];

    public JsonElement Outputs => snapshot.GetProperty("outputs");

    public IEnumerable<JsonElement> Resources => snapshot.GetProperty("predictedResources").EnumerateArray();

    public IEnumerable<JsonElement> Of(string type) => Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    public JsonElement One(string type) => Of(type).Single();

    /// <summary>The last parts of the names of all resources of a type.</summary>
    public IEnumerable<string> NamesOf(string type) => Of(type).Select(resource => resource.GetProperty("name").GetString()!.Split('/')[^1]);

    /// <summary>The settings of the function app.</summary>
    public Dictionary<string, string> Settings() =>
        Of("Microsoft.Web/sites/config").Single(config => config.GetProperty("name").GetString()!.EndsWith("/appsettings", StringComparison.Ordinal))
            .GetProperty("properties").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    /// <summary>An event subscription by its name.</summary>
    public JsonElement Subscription(string name) =>
        Of("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single(resource => resource.GetProperty("name").GetString()!.EndsWith("/" + name, StringComparison.Ordinal)).GetProperty("properties");
}

internal static class JsonPath
{
    /// <summary>The value at a path of property names.</summary>
    public static JsonElement At(this JsonElement json, params string[] path) => path.Aggregate(json, (value, name) => value.GetProperty(name));
}
