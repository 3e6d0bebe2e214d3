using System.Buffers.Text;
using System.Text;
using NewsIngest.Claims;
using NewsIngest.Query;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.Query;

public sealed class ClaimQueryTests(AzuriteFixture azurite)
{
    private const string Bridge =
        "2024-03-01|Bridge talks\nAnna Berg: the Émile bridge to [Norland] stays open\nCarl Holm: no deal with [Norland] or [Sudland] is near";

    private const string Ferry = "2024-03-05T09:30:00Z|Ferry\nAnna Berg: the ferry to [Sudland] sails\nMr Holm: peace talks go on";
    private const string Undated = "|Old tales\nAnna Berg: nobody knows when";

    public static TheoryData<string> Injections =>
    [
        "' or PartitionKey ne '", "x' or 'a' eq 'a", "anna berg' or RowKey gt '", "~", "e~anna_berg~", "*", "%25", "\"", "a~0000", "; drop table Index", "') or (1 eq 1",
        "anna_berg", "\0berg", "berg\n~", "../berg", "$filter=true", "${jndi}", "<script>alert(1)</script>",
    ];

    [Fact]
    public async Task Filters_combine()
    {
        await using var storage = await WithNewsAsync();
        Assert.Equal(["the ferry to [Sudland] sails", "the Émile bridge to [Norland] stays open", "nobody knows when"], await TextsAsync(storage, new() { Speaker = "Anna Berg" }));
        Assert.Equal(["the ferry to [Sudland] sails"], await TextsAsync(storage, new() { Speaker = "Berg", About = "sudland" }));
        Assert.Equal(["no deal with [Norland] or [Sudland] is near"], await TextsAsync(storage, new() { Modalities = [Modality.Deny] }));
        Assert.Equal(["no deal with [Norland] or [Sudland] is near"], await TextsAsync(storage, new() { About = "Norland", Words = "deal" }));
        Assert.Empty(await TextsAsync(storage, new() { Form = ClaimForm.Indirect }));
        Assert.Equal(["no deal with [Norland] or [Sudland] is near"], await TextsAsync(storage, new() { About = "Norland", Modalities = [Modality.Deny, Modality.Doubt, Modality.Reject], NotSpeaker = "Berg" }));
        Assert.Empty(await TextsAsync(storage, new() { About = "Norland", Modalities = [Modality.Deny, Modality.Doubt, Modality.Reject], NotSpeaker = "Mr Carl Holm" }));
        Assert.Equal(5, (await TextsAsync(storage, new() { NotSpeaker = "Nobody Known" })).Count);
        Assert.Empty(await TextsAsync(storage, new() { Speaker = "Anna Berg", Modalities = [Modality.Deny] }));
    }

    [Theory]
    [InlineData("coastwire", null, null, 1)]
    [InlineData("COÁSTWIRE", "EN", null, 1)]
    [InlineData("Coast", null, null, 0)]
    [InlineData(null, "de", null, 0)]
    [InlineData(null, "en", "talks", 1)]
    [InlineData(null, "en", null, 2)]
    [InlineData("Coastwire", null, "talks", 0)]
    public async Task Articles_are_listed_by_publisher_and_language_too(string? publisher, string? language, string? words, int count)
    {
        await using var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("talks.txt", "2024-03-01|Bridge talks\nAnna Berg: it stays");
        await storage.DropAndIngestAsync("ferry.txt", "2024-03-02|Ferry|Coastwire\nAnna Berg: it sails");

        Assert.Equal(count, (await storage.Query.ArticlesAsync(new() { Publisher = publisher, Language = language, Words = words })).Items.Count);
        Assert.Equal("it sails", Assert.Single((await storage.Query.ClaimsAsync(new() { Publisher = "coastwire" })).Items).Text);
    }

    [Theory]
    [InlineData("carl holm")]
    [InlineData("CARL HOLM")]
    [InlineData("Mr Carl Holm")]
    [InlineData("Holm")]
    [InlineData("President Holm’s")]
    public async Task A_speaker_is_found_by_any_of_his_names(string name)
    {
        await using var storage = await WithNewsAsync();
        Assert.Contains("no deal with [Norland] or [Sudland] is near", await TextsAsync(storage, new() { Speaker = name }));
    }

    [Fact]
    public async Task A_speaker_is_found_by_the_id_of_the_entity()
    {
        await using var storage = await WithNewsAsync();
        var id = (await storage.Query.EntitiesAsync(new() { Name = "carl holm" })).Items[0].Id;
        Assert.Equal(["no deal with [Norland] or [Sudland] is near"], await TextsAsync(storage, new() { Speaker = id }));
    }

    [Theory]
    [InlineData("emile", 1)]
    [InlineData("ÉMILE bridge", 1)]
    [InlineData("talks", 3)]
    [InlineData("\"peace talks\"", 1)]
    [InlineData("\"talks peace\"", 0)]
    [InlineData("ferry talks", 1)]
    [InlineData("ferr", 0)]
    public async Task Words_are_searched_folded_and_all_must_be_there(string words, int claims)
    {
        await using var storage = await WithNewsAsync();
        Assert.Equal(claims, (await TextsAsync(storage, new() { Words = words })).Count);
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-01", 2)]
    [InlineData("2024-03-02", null, 2)]
    [InlineData("2024-03-05T09:30:00Z", "2024-03-05T09:30:00Z", 2)]
    [InlineData("2024-03-05T09:30:01Z", null, 0)]
    [InlineData(null, "2024-03-04", 2)]
    [InlineData(null, null, 5)]
    public async Task Days_and_instants_bound_the_publication(string? from, string? to, int claims)
    {
        await using var storage = await WithNewsAsync();
        var query = ClaimQuery.Parse([new("from", from), new("to", to)]).Query!;
        Assert.Equal(claims, (await TextsAsync(storage, query)).Count);
    }

    [Theory]
    [MemberData(nameof(Injections))]
    public async Task No_parameter_reaches_beyond_its_own_rows(string value)
    {
        await using var storage = await WithNewsAsync();
        foreach (var name in (string[])["speaker", "about", "q", "modality", "form", "from", "to", "limit", "cursor"])
        {
            var parsed = ClaimQuery.Parse([new(name, value)]);
            if (parsed.Query is null) continue;
            var allowed = name switch
            {
                "speaker" when value.Contains("berg", StringComparison.Ordinal) => 3,
                "cursor" => -1,
                _ => 0,
            };
            if (allowed < 0) await Assert.ThrowsAsync<CursorException>(() => storage.Query.ClaimsAsync(parsed.Query));
            else Assert.InRange((await storage.Query.ClaimsAsync(parsed.Query)).Items.Count, 0, allowed);
        }

        Assert.Null(await storage.Query.ArticleAsync(value));
        Assert.Null(await storage.Query.EntityAsync(value));
        Assert.All((await storage.Query.EntitiesAsync(new() { Name = value })).Items, entity => Assert.Equal("Anna Berg", entity.Name));
        Assert.All((await storage.Query.ArticlesAsync(new() { Words = value + " zzz" })).Items, _ => Assert.Fail("found"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_hold_every_claim_once_in_order(int limit)
    {
        await using var storage = await WithNewsAsync();
        foreach (var query in (ClaimQuery[])[new(), new() { Speaker = "Berg" }, new() { About = "Sudland" }, new() { Words = "talks" }, new() { Modalities = [Modality.Assert] }])
        {
            var all = await TextsAsync(storage, query);
            var paged = new List<string>();
            string? cursor = null;
            do
            {
                var page = await storage.Query.ClaimsAsync(query with { Limit = limit, Cursor = cursor });
                Assert.InRange(page.Items.Count, 1, limit);
                paged.AddRange(page.Items.Select(claim => claim.Text));
                cursor = page.Next;
            }
            while (cursor is not null);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task A_page_goes_on_where_it_was_while_articles_come_and_go()
    {
        await using var storage = await WithNewsAsync();
        var first = await storage.Query.ClaimsAsync(new() { Limit = 3 });
        await storage.DropAndIngestAsync("newer.txt", "2025-01-01|Newer\nDora Lind: first of all");
        await storage.Deleter.DeleteFileAsync("ferry.txt");
        var second = await storage.Query.ClaimsAsync(new() { Limit = 3, Cursor = first.Next });
        Assert.Equal(["no deal with [Norland] or [Sudland] is near", "nobody knows when"], second.Items.Select(claim => claim.Text));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task A_cursor_serves_only_the_query_it_was_given_for()
    {
        await using var storage = await WithNewsAsync();
        var cursor = (await storage.Query.ClaimsAsync(new() { Speaker = "Berg", Limit = 1 })).Next!;
        await Assert.ThrowsAsync<CursorException>(() => storage.Query.ClaimsAsync(new() { Speaker = "Holm", Cursor = cursor }));
        await Assert.ThrowsAsync<CursorException>(() => storage.Query.ClaimsAsync(new() { Cursor = cursor }));
        await Assert.ThrowsAsync<CursorException>(() => storage.Query.EntitiesAsync(new() { Name = "Berg", Cursor = cursor }));
        await Assert.ThrowsAsync<CursorException>(() => storage.Query.ArticlesAsync(new() { Cursor = cursor }));
        foreach (var forged in Forged(cursor))
            await Assert.ThrowsAsync<CursorException>(() => storage.Query.ClaimsAsync(new() { Speaker = "Berg", Cursor = forged }));
    }

    [Fact]
    public async Task Entities_are_listed_by_name_and_told_in_full()
    {
        await using var storage = await WithNewsAsync();
        var berg = Assert.Single((await storage.Query.EntitiesAsync(new() { Name = "berg" })).Items);
        Assert.Equal(("Anna Berg", "ferry.txt"), (berg.Name, berg.LatestArticle.Blob));
        Assert.Equal(["Mr Holm", "Carl Holm"], (await storage.Query.EntitiesAsync(new() { Name = "Holm" })).Items.Select(entity => entity.Name));
        var first = await storage.Query.EntitiesAsync(new() { Name = "Holm", Limit = 1 });
        var second = await storage.Query.EntitiesAsync(new() { Name = "Holm", Limit = 1, Cursor = first.Next });
        Assert.Equal(("Mr Holm", "Carl Holm"), (Assert.Single(first.Items).Name, Assert.Single(second.Items).Name));
        Assert.Null(second.Next);

        var detail = (await storage.Query.EntityAsync(berg.Id))!;
        Assert.Equal([new ModalityCount(Modality.Assert, 3, 0)], detail.Counts);
        Assert.Equal(["2024-03-01", "2024-03-05"], detail.Timeline.Select(day => day.Day));
        Assert.Equal(["Norland", "Sudland"], detail.SpeaksAbout.Select(other => other.Name));
        Assert.Equal(3, detail.Articles.Count);
        var place = (await storage.Query.EntityAsync((await storage.Query.EntitiesAsync(new() { Name = "Sudland" })).Items[0].Id))!;
        Assert.Equal(["Anna Berg", "Carl Holm"], place.SpokenAboutBy.Select(other => other.Name));
        Assert.Equal([("Anna Berg", 2), ("Carl Holm", 1), ("Mr Holm", 1), ("Norland", 1)], place.CoOccurring.Select(other => (other.Name, other.Articles)));
        Assert.Equal([new DayCount("2024-03-01", 0, 1), new DayCount("2024-03-05", 0, 1)], place.Timeline);
        Assert.True(place.Complete);
    }

    private static IEnumerable<string> Forged(string cursor)
    {
        var fields = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
        (int Field, string Value)[] changes =
        [
            (0, "1"), (1, "0000000000000000"), (2, "e~carl_holm~000000000000~00000000000000000000~0000"), (2, "!~0"), (2, "e~berg~' or 1 eq 1"), (2, ""), (2, fields[2] + "/"),
            (2, "zzz"), (4, "-1"), (4, "99999999999"), (4, "x"), (5, "-1"), (5, "1001"),
        ];
        foreach (var (field, value) in changes)
        {
            var changed = fields.ToArray();
            changed[field] = value;
            yield return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', changed)));
        }

        yield return Base64Url.EncodeToString("1\n2"u8);
        yield return Base64Url.EncodeToString([0xff, 0xfe]);
        yield return "A";
    }

    private static async Task<List<string>> TextsAsync(StorageHarness storage, ClaimQuery query) =>
        [.. (await storage.Query.ClaimsAsync(query with { Limit = 200 })).Items.Select(claim => claim.Text)];

    private async Task<StorageHarness> WithNewsAsync()
    {
        var storage = await StorageHarness.CreateAsync(azurite.NewAccount());
        await storage.DropAndIngestAsync("bridge.txt", Bridge);
        await storage.DropAndIngestAsync("ferry.txt", Ferry);
        await storage.DropAndIngestAsync("old.txt", Undated);
        return storage;
    }
}
