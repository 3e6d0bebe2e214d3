namespace NewsIngest.Local.Hosting;

/// <summary>
/// Which pages of other origins may call: <c>Host:CORS</c>, origins with commas between or <c>*</c>, and <c>Host:CORSCredentials</c>, as in
/// local.settings.json of Core Tools. In Azure the platform does this before the functions are asked.
/// </summary>
internal static class HostCors
{
    private const string Origins = "Host:CORS";
    private const string Credentials = "Host:CORSCredentials";
    private static readonly string[] Exposed = ["ETag", "Link", "Location", "Allow"];

    /// <exception cref="HostStartException">A setting is not understood.</exception>
    public static void UseHostCors(this WebApplication app, IConfiguration configuration)
    {
        if (configuration[Origins] is not { Length: > 0 } setting) return;
        var origins = setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (origins.FirstOrDefault(origin => origin != "*" && !(Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.AbsolutePath == "/")) is { } wrong)
            throw new HostStartException($"'{wrong}' is not an origin for the setting '{Origins}': write https://host, or *.");
        var withCredentials = string.Equals(configuration[Credentials], bool.TrueString, StringComparison.OrdinalIgnoreCase);
        if (withCredentials && origins.Contains("*")) throw new HostStartException($"The setting '{Credentials}' cannot go with '{Origins}' set to *.");
        app.UseCors(policy =>
        {
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(Exposed);
            if (withCredentials) policy.AllowCredentials();
        });
    }
}
