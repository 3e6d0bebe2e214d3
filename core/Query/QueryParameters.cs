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
        if (from >= before) Refuse("to", "lies before from");
    }

    public T? Enum<T>(string name)
        where T : struct, Enum
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0) return null;
        foreach (var member in System.Enum.GetValues<T>())
        {
            if (string.Equals(member.ToString(), value, StringComparison.OrdinalIgnoreCase)) return member;
        }

        Refuse(name, $"accepted are {string.Join(", ", System.Enum.GetNames<T>().Select(member => char.ToLowerInvariant(member[0]) + member[1..]))}");
        return null;
    }

    /// <summary>An ISO 8601 day or instant, as the first instant of a range.</summary>
    public DateTimeOffset? From(string name) => Instant(name, 0);

    /// <summary>An ISO 8601 day or instant, as the first instant after a range that ends with that day or second.</summary>
    public DateTimeOffset? To(string name) => Instant(name, 1);

    public int Limit()
    {
        if (!values.TryGetValue("limit", out var value) || value.Length == 0) return DefaultLimit;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit) return limit;
        Refuse("limit", $"accepted is a whole number from 1 to {MaxLimit}");
        return DefaultLimit;
    }

    public string? Cursor()
    {
        if (!values.TryGetValue("cursor", out var value) || value.Length == 0) return null;
        if (value.Length <= MaxCursorLength && System.Buffers.Text.Base64Url.IsValid(value)) return value;
        Refuse("cursor", "accepted is the cursor of an earlier answer to the same query");
        return null;
    }

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
