using NewsIngest.Claims;
using NewsIngest.Query;
using Xunit;

namespace NewsIngest.Tests.Query;

public sealed class QueryParsingTests
{
    [Fact]
    public void A_query_with_every_filter_is_read()
    {
        var query = Claims(
            ("speaker", "Anna Berg"), ("about", "Norland"), ("modality", "deny"), ("form", "Indirect"), ("from", "2024-01-01"), ("to", "2024-02-15"), ("q", "bridge"), ("limit", "7")).Query;
        Assert.NotNull(query);
        Assert.Equal(("Anna Berg", "Norland", Modality.Deny, ClaimForm.Indirect), (query.Speaker, query.About, Assert.Single(query.Modalities), query.Form!.Value));
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), query.From);
        Assert.Equal(new DateTimeOffset(2024, 2, 16, 0, 0, 0, TimeSpan.Zero), query.Before);
        Assert.Equal(("bridge", 7), (query.Words, query.Limit));
    }

    [Fact]
    public void Nothing_is_a_query_for_everything() => Assert.Equal(new ClaimQuery(), Claims().Query);

    [Fact]
    public void Several_modalities_are_given_with_commas() =>
        Assert.Equal([Modality.Deny, Modality.Doubt, Modality.Reject], Claims(("modality", "reject, Deny,doubt,deny")).Query!.Modalities);

    [Fact]
    public void An_instant_is_read_in_its_own_zone() =>
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 10, 30, 0, TimeSpan.Zero), Claims(("from", "2024-01-01T12:30:00+02:00")).Query!.From);

    [Fact]
    public void What_belongs_to_the_transport_is_ignored() => Assert.True(Claims(("format", "csv"), ("code", "key")).IsValid);

    [Theory]
    [InlineData("speker", "x", "unknown parameter; accepted are speaker, about, notSpeaker, modality, form, publisher, from, to, q, limit, cursor")]
    [InlineData("modality", "shout", "accepted are assert, deny, warn")]
    [InlineData("modality", "1", "accepted are assert, deny, warn")]
    [InlineData("modality", "deny,shout", "or several of them with commas between")]
    [InlineData("modality", "deny,", "accepted are assert")]
    [InlineData("form", "poem", "accepted are direct, indirect, mixed")]
    [InlineData("from", "yesterday", "accepted are a day (2022-02-15) and an instant")]
    [InlineData("to", "2024-13-01", "accepted are a day")]
    [InlineData("to", "9999-12-31", "accepted are a day")]
    [InlineData("limit", "0", "from 1 to 200")]
    [InlineData("limit", "201", "from 1 to 200")]
    [InlineData("limit", "-1", "from 1 to 200")]
    [InlineData("limit", "1e2", "from 1 to 200")]
    [InlineData("cursor", "*", "accepted is the cursor of an earlier answer")]
    [InlineData("speaker", "'--", "at least one letter or digit")]
    [InlineData("q", "the and of", "at least one word")]
    public void A_wrong_parameter_is_named_with_what_is_accepted(string name, string value, string message)
    {
        var parsed = Claims((name, value));
        Assert.Null(parsed.Query);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(name, problem.Parameter);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(["limit", "from"], Claims(("from", "x"), ("limit", "x")).Problems.Select(problem => problem.Parameter).OrderDescending());

    [Fact]
    public void A_parameter_is_given_once_and_a_range_forwards()
    {
        Assert.Equal("may be given only once", Assert.Single(Claims(("q", "bridge"), ("q", "ferry")).Problems).Message);
        Assert.Equal("lies before from; accepted is the same time or a later one", Assert.Single(Claims(("from", "2024-02-01"), ("to", "2024-01-01")).Problems).Message);
        Assert.True(Claims(("from", "2024-02-01"), ("to", "2024-02-01")).IsValid);
    }

    [Fact]
    public void Entities_need_a_name()
    {
        Assert.Equal("name", Assert.Single(EntityQuery.Parse([]).Problems).Parameter);
        Assert.Equal("Berg", EntityQuery.Parse([new("name", "Berg")]).Query!.Name);
        Assert.Equal("speaker", Assert.Single(EntityQuery.Parse([new("name", "Berg"), new("speaker", "x")]).Problems).Parameter);
    }

    [Fact]
    public void A_long_text_is_refused() =>
        Assert.Contains("at most 500", Assert.Single(Claims(("speaker", new string('x', 501))).Problems).Message, StringComparison.Ordinal);

    private static Parsed<ClaimQuery> Claims(params (string Name, string? Value)[] parameters) =>
        ClaimQuery.Parse(parameters.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value)));
}
