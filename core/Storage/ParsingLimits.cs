using System.Reflection;
using Microsoft.Extensions.Configuration;
using NewsIngest.Parsing;

namespace NewsIngest.Storage;

/// <summary>Reads the limits of the parsers from the section <c>NewsIngest:Parsing</c>, each by its name in <see cref="ParsingOptions"/>.</summary>
internal static class ParsingLimits
{
    public const string Section = "Parsing";

    /// <summary>The configured limits; the largest file is the one that the pipeline takes, where nothing else is said.</summary>
    /// <exception cref="InvalidOperationException">A setting is not known or makes no sense; the message names it.</exception>
    public static ParsingOptions Read(IConfiguration configuration, StorageOptions pipeline)
    {
        var section = configuration.GetSection($"{StorageOptions.Section}:{Section}");
        var limits = typeof(ParsingOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        if (section.GetChildren().FirstOrDefault(setting => !limits.Any(limit => limit.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))) is { } other)
            throw new InvalidOperationException($"The setting {section.Path}:{other.Key} is not known; known are {string.Join(", ", limits.Select(limit => limit.Name))}.");
        var options = new ParsingOptions { MaxBytes = (int)pipeline.MaxFileBytes };
        section.Bind(options);
        foreach (var limit in limits)
        {
            if (limit.GetValue(options) is <= 0 or <= 0L || limit.GetValue(options) is TimeSpan { Ticks: <= 0 })
                throw new InvalidOperationException($"The setting {section.Path}:{limit.Name} must be more than nothing.");
        }

        return options;
    }
}
