using System.Globalization;

namespace NewsIngest.Local.Hosting;

/// <summary>The development host's own settings, section <c>DevelopmentHost</c> (environment: <c>DevelopmentHost__Keys__Function</c>).</summary>
internal sealed record HostSettings
{
    public const string Section = "DevelopmentHost";

    /// <summary>Names the internal queue and the watcher's notes; hosts with the same id on one account share the work, as instances of one app do.</summary>
    public string HostId { get; private init; } = "newsingest-local";

    /// <summary>The key that functions of level Function ask for; null asks for none.</summary>
    public string? FunctionKey { get; private init; }

    /// <summary>The key that opens everything, the administration routes included; null closes those once there is a function key.</summary>
    public string? MasterKey { get; private init; }

    /// <summary>How long a received message is hidden before another host may take it; renewed at half that time. The real host's is fixed.</summary>
    public TimeSpan MessageLease { get; private init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the container is watched for new files. Switch it off where something else puts their events into the internal queue.</summary>
    public bool Watch { get; private init; } = true;

    /// <summary>How long functions may go on after the host is asked to stop.</summary>
    public TimeSpan DrainTimeout { get; private init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether callers need keys: without any they need none, as under Core Tools.</summary>
    public bool AsksForKeys => FunctionKey is not null || MasterKey is not null;

    /// <exception cref="HostStartException">A key or value of the section is not understood.</exception>
    public static HostSettings Load(IConfiguration configuration)
    {
        var settings = new HostSettings();
        foreach (var (key, value) in configuration.GetSection(Section).AsEnumerable(makePathsRelative: true))
        {
            if (string.IsNullOrEmpty(value)) continue;
            settings = key.ToUpperInvariant() switch
            {
                "HOSTID" => settings with { HostId = value },
                "KEYS:FUNCTION" => settings with { FunctionKey = value },
                "KEYS:MASTER" => settings with { MasterKey = value },
                "MESSAGELEASE" => settings with { MessageLease = Time(key, value) },
                "WATCH" => settings with { Watch = Flag(key, value) },
                "DRAINTIMEOUT" => settings with { DrainTimeout = Time(key, value) },
                _ => throw new HostStartException($"The development host does not know the setting '{Section}:{key}'."),
            };
        }

        return settings;
    }

    private static bool Flag(string key, string value) =>
        bool.TryParse(value, out var flag) ? flag : throw new HostStartException($"'{value}' is neither true nor false, for the setting '{Section}:{key}'.");

    private static TimeSpan Time(string key, string value) => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
        ? time
        : throw new HostStartException($"'{value}' is not a time for the setting '{Section}:{key}': write hours:minutes:seconds.");
}
