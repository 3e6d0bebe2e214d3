using NewsIngest.Claims;

namespace NewsIngest.Query;

/// <summary>Which claims to list, newest article first. All filters must hold.</summary>
public sealed record ClaimQuery
{
    /// <summary>Entity id or any name of who speaks.</summary>
    public string? Speaker { get; init; }

    /// <summary>Entity id or any name of whom or what the claim mentions.</summary>
    public string? About { get; init; }

    /// <summary>Entity id or any name of who does not speak; claims of nobody named pass.</summary>
    public string? NotSpeaker { get; init; }

    /// <summary>What the speaker may do with the content; empty for anything.</summary>
    public IReadOnlyList<Modality> Modalities { get; init; } = [];

    public ClaimForm? Form { get; init; }

    /// <summary>Who published the article, whatever the case and accents.</summary>
    public string? Publisher { get; init; }

    /// <summary>First instant of publication, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Instant of publication before which the article must lie, exclusive.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Words, and phrases in quotes, that must all stand in the claim or the article's title.</summary>
    public string? Words { get; init; }

    public int Limit { get; init; } = 50;

    public string? Cursor { get; init; }

    /// <summary>All that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("speaker", "Who speaks: an id or any name."),
        new("about", "Whom or what the claim mentions: an id or any name."),
        new("notSpeaker", "Who does not speak: an id or any name."),
        QueryParameter.Of<Modality>("modality", "What the speaker does with the content; several with commas between, any of which may hold.") with { Several = true },
        QueryParameter.Of<ClaimForm>("form", "How the content is reported."),
        QueryParameter.Publisher,
        QueryParameter.From,
        QueryParameter.To,
        new("q", "Words, and phrases in quotes, that must all stand in the claim or the article's title; not ranked by relevance."),
        QueryParameter.Limit,
        QueryParameter.Cursor,
    ];

    /// <summary>Reads query parameters; unknown ones are refused (<c>format</c> and <c>code</c> belong to the transport and are ignored).</summary>
    public static Parsed<ClaimQuery> Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var read = new QueryParameters(parameters, Parameters);
        var query = new ClaimQuery
        {
            Speaker = read.Text("speaker"),
            About = read.Text("about"),
            NotSpeaker = read.Text("notSpeaker"),
            Modalities = read.Enums<Modality>("modality"),
            Form = read.Enum<ClaimForm>("form"),
            Publisher = read.Text("publisher"),
            From = read.From("from"),
            Before = read.To("to"),
            Words = read.Words("q"),
            Limit = read.Limit(),
            Cursor = read.Cursor(),
        };
        read.CheckRange(query.From, query.Before);
        return read.Result(() => query);
    }
}
