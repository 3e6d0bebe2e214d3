using System.Globalization;

namespace NewsIngest.Query;

/// <summary>Reads the parameters of one query and collects what is wrong with them.</summary>
internal sealed class QueryParameters
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    private const int MaxTextLength = 500;
    private const int MaxCursorLength = 4096;

    /// <summary>Parameters of the transport: output format and function key.</summary>
    private static readonly string[] Ignored = ["format", "code", "clientId"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<QueryProblem> problems = [];

    public QueryParameters(IEnumerable<KeyValuePair<string, string?>> parameters, IReadOnlyList<QueryParameter> known)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        string[] all = [.. known.Select(parameter => parameter.Name)];
        foreach (var (name, value) in parameters)
        {
            if (Ignored.Contains(name, StringComparer.Ordinal)) continue;
            if (!all.Contains(name, StringComparer.Ordinal)) Refuse(name, $"unknown parameter; accepted are {string.Join(", ", all)}");
            else if (!values.TryAdd(name, value ?? "")) Refuse(name, "may be given only once");
        }
    }

    public bool HasProblems => problems.Count > 0;

    public void Refuse(string parameter, string message) => problems.Add(new QueryProblem(parameter, message));

    public Parsed<T> Result<T>(Func<T> query)
        where T : class => problems.Count == 0 ? new Parsed<T>(query(), []) : new Parsed<T>(null, problems);

    /// <summary>A text of at most 500 characters with at least one letter or digit; null when absent.</summary>
    public string? Text(string name)
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0) return null;
        if (value.Length > MaxTextLength) Refuse(name, $"has {value.Length} characters; at most {MaxTextLength} are accepted");
        else if (!value.Any(char.IsLetterOrDigit)) Refuse(name, "needs at least one letter or digit");
        else return value;
        return null;
    }

    /// <summary>The name of a file, as it is; null when absent.</summary>
    public string? Name(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Words to search for, of which at least one is not too common.</summary>
    public string? Words(string name)
    {
        if (Text(name) is not { } text) return null;
        if (SearchWords.Parse(text).Key is not null) return text;
        Refuse(name, "needs at least one word of two letters that is not as common as \"the\"");
        return null;
    }

    /// <summary>Refuses a range that ends before it begins.</summary>
    public void CheckRange(DateTimeOffset? from, DateTimeOffset? before)
    {
        if (from >= before) Refuse("to", "lies before from; accepted is the same time or a later one");
    }

    public T? Enum<T>(string name)
        where T : struct, Enum
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0) return null;
        if (Member<T>(value) is { } member) return member;
        Refuse(name, $"accepted are {Members<T>()}");
        return null;
    }

    /// <summary>Values with commas between, each once; empty when absent.</summary>
    public IReadOnlyList<T> Enums<T>(string name)
        where T : struct, Enum
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0) return [];
        var members = value.Split(',', StringSplitOptions.TrimEntries).Select(Member<T>).ToList();
        if (members.All(member => member is not null)) return [.. members.OfType<T>().Distinct().Order()];
        Refuse(name, $"accepted are {Members<T>()}, or several of them with commas between");
        return [];
    }

    /// <summary>An ISO 8601 day or instant, as the first instant of a range.</summary>
    public DateTimeOffset? From(string name) => Instant(name, 0);

    /// <summary>An ISO 8601 day or instant, as the first instant after a range that ends with that day or second.</summary>
    public DateTimeOffset? To(string name) => Instant(name, 1);

    public int Limit(int most = MaxLimit, int usual = DefaultLimit)
    {
        if (!values.TryGetValue("limit", out var value) || value.Length == 0) return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most) return limit;
        Refuse("limit", $"accepted is a whole number from 1 to {most}");
        return usual;
    }

    public string? Cursor()
    {
        if (!values.TryGetValue("cursor", out var value) || value.Length == 0) return null;
        if (value.Length <= MaxCursorLength && System.Buffers.Text.Base64Url.IsValid(value)) return value;
        Refuse("cursor", "accepted is the cursor of an earlier answer to the same query");
        return null;
    }

    private static T? Member<T>(string value)
        where T : struct, Enum =>
        System.Enum.GetValues<T>().Cast<T?>().FirstOrDefault(member => string.Equals(member.ToString(), value, StringComparison.OrdinalIgnoreCase));

    private static string Members<T>()
        where T : struct, Enum => string.Join(", ", System.Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));

    private DateTimeOffset? Instant(string name, int end)
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day) && day.Year < 9999) return day.AddDays(end);
        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        if (DateTimeOffset.TryParseExact(value, forms, CultureInfo.InvariantCulture, Utc, out var instant) && instant.Year < 9999)
            return new DateTimeOffset(instant.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero).AddSeconds(end);
        Refuse(name, "accepted are a day (2022-02-15) and an instant (2022-02-15T14:30:00Z)");
        return null;
    }
}
