using System.Net;
using System.Text.Json;
using NewsIngest.Articles;
using NewsIngest.Tests.Fixtures;
using NewsIngest.Tests.Storage;
using Xunit;

namespace NewsIngest.Tests.EndToEnd;

/// <summary>Drop, then ask over HTTP.</summary>
public sealed class PipelineTests(AzuriteFixture azurite)
{
    private const string Ferry =
        """
        Ferry reopens after repairs

        The ferry across Lake Orla is safe again, harbour master Anna Keller said on Monday.

        "We tested every lifeboat twice," Anna Keller told reporters.
        """;

    private const string Ferries =
        """
        Ferry closes again

        The ferry across Lake Orla needs a new engine, owner Peter Brandt said on Tuesday.
        """;

    [Fact]
    public async Task I_can_drop_a_file_and_ask_who_said_what()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);

        var article = await host.QueryableAsync("ferry.txt", Ferry);
        var claims = Items(await host.GetAsync("api/claims?speaker=anna%20keller"));

        Assert.Equal(2, claims.Count);
        Assert.All(claims, claim =>
        {
            var content = claim.GetProperty("content").EnumerateArray().Select(span => Ferry[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
            Assert.Equal(claim.GetProperty("text").GetString(), string.Join(' ', content));
            Assert.Equal("Anna Keller", claim.GetProperty("speaker").GetProperty("name").GetString());
        });
        Assert.Equal(2, article.GetProperty("claims").GetArrayLength());
        Assert.Equal("Ferry reopens after repairs", article.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Every_question_of_the_api_has_an_answer()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);
        await host.QueryableAsync("ferry.txt", Ferry);

        var listed = Assert.Single(Items(await host.GetAsync("api/articles")));
        Assert.Equal("ferry.txt", listed.GetProperty("blob").GetString());
        var named = Assert.Single(Items(await host.GetAsync("api/entities?name=keller")));
        var entity = await host.GetAsync($"api/entities/{named.GetProperty("id").GetString()}");
        Assert.Equal("Anna Keller", entity.GetProperty("name").GetString());
        Assert.Single(Items(await host.GetAsync("api/claims?speaker=keller&form=direct")));
        Assert.Single(Items(await host.GetAsync("api/claims?q=lifeboat")));
        Assert.Empty(Items(await host.GetAsync("api/claims?speaker=keller&modality=deny")));
        var status = await host.GetAsync("api/status");
        Assert.Equal(1, status.GetProperty("files").GetProperty("done").GetInt32());
    }

    [Fact]
    public async Task A_file_dropped_twice_changes_nothing()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);
        var before = await host.QueryableAsync("ferry.txt", Ferry);
        var rows = await StorageSnapshot.TakeAsync(host.ConnectionString);

        await host.DropAsync("ferry.txt", Ferry);
        var etag = (await host.Articles.GetBlobClient("ferry.txt").GetPropertiesAsync(cancellationToken: Cancel)).Value.ETag.ToString();
        await Eventually.TrueAsync(async () => (await host.StateAsync("ferry.txt"))?.ETag == etag, "the second drop to be worked through");
        await host.QueryableAsync("ferry.txt", Ferry);

        StorageSnapshot.AssertSame(rows, await StorageSnapshot.TakeAsync(host.ConnectionString), "the second time");
        Assert.Equal(before.GetProperty("claims").GetRawText(), (await host.QueryableAsync("ferry.txt", Ferry)).GetProperty("claims").GetRawText());
    }

    [Fact]
    public async Task An_overwritten_file_loses_its_old_claims()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);
        await host.QueryableAsync("ferry.txt", Ferry);

        await host.DropAsync("ferry.txt", Ferries);
        await host.QueryableAsync("ferry.txt", Ferries);

        await Eventually.TrueAsync(async () => Items(await host.GetAsync("api/claims?speaker=keller")).Count == 0, "the old claims to be gone");
        Assert.Single(Items(await host.GetAsync("api/claims?speaker=peter%20brandt")));
        Assert.Single(Items(await host.GetAsync("api/articles")));
        Assert.Empty(Items(await host.GetAsync("api/entities?name=keller")));
    }

    [Fact]
    public async Task Two_deliveries_of_one_event_at_once_give_what_one_gives()
    {
        await using var calm = await RunningHost.StartAsync(azurite.NewAccount());
        await calm.DropAsync("ferry.txt", Ferry);
        await calm.QueryableAsync("ferry.txt", Ferry);

        await using var busy = await RunningHost.StartAsync(azurite.NewAccount());
        await busy.DropAsync("ferry.txt", Ferry);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => busy.DeliverAsync("ferry.txt")));
        await busy.QueryableAsync("ferry.txt", Ferry);
        await busy.IdleAsync();

        StorageSnapshot.AssertSame(await StorageSnapshot.TakeAsync(calm.ConnectionString), await StorageSnapshot.TakeAsync(busy.ConnectionString), "four deliveries");
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_a_late_event_does_not_bring_it_back()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);
        var id = (await host.QueryableAsync("ferry.txt", Ferry)).GetProperty("id").GetString();

        using (var deleted = await host.Http.DeleteAsync($"api/articles/{id}", Cancel)) Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await host.DeliverAsync("ferry.txt");
        await host.DeliverExtractAsync(id!, ArticleId.Revision(ArticleId.ContentHash(System.Text.Encoding.UTF8.GetBytes(Ferry))));

        using (var gone = await host.Http.GetAsync($"api/articles/{id}", Cancel)) Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using (var again = await host.Http.DeleteAsync($"api/articles/{id}", Cancel)) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Empty(Items(await host.GetAsync("api/claims?speaker=keller")));
        Assert.Empty(Items(await host.GetAsync("api/articles")));
        Assert.False(await host.Articles.GetBlobClient("ferry.txt").ExistsAsync(Cancel));
    }

    [Fact]
    public async Task A_file_dropped_again_after_its_deletion_is_back()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("ferry.txt", Ferry);
        var id = (await host.QueryableAsync("ferry.txt", Ferry)).GetProperty("id").GetString();
        (await host.Http.DeleteAsync($"api/articles/{id}", Cancel)).Dispose();

        await host.DropAsync("ferry.txt", Ferry);

        await host.QueryableAsync("ferry.txt", Ferry);
        Assert.Equal(2, Items(await host.GetAsync("api/claims?speaker=keller")).Count);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("no type/at all")]
    [InlineData(null)]
    public async Task I_can_drop_a_file_over_http(string? type)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        using var body = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Ferry));
        if (type is not null) body.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await host.Http.PostAsync("api/articles?name=posted/ferry.txt", body, Cancel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var article = await host.QueryableAsync("posted/ferry.txt", Ferry);
        Assert.Equal($"/api/articles/{article.GetProperty("id").GetString()}", answer.Headers.Location?.ToString());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static List<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
