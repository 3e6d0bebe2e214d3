using System.Buffers.Text;
using System.Net;
using System.Text;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>A cursor names its query and a row of it: one that is forged is refused, or moves within what its query shows anyway.</summary>
public sealed class ForgedCursorTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forged_cursor_reads_nothing_else()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        const string one = "The gate is shut, guard Ina Moss said on Friday. The gate is old, Moss said.\n";
        const string two = "The road is open, driver Otto Lind said on Sunday. The road is wet, Lind said.\n";
        await host.DropAsync("a.txt", one);
        await host.DropAsync("b.txt", two);
        await host.QueryableAsync("a.txt", one);
        await host.QueryableAsync("b.txt", two);
        var all = (await host.GetAsync("api/claims?limit=1")).GetProperty("cursor").GetString()!;
        var moss = (await host.GetAsync("api/claims?speaker=Moss&limit=1")).GetProperty("cursor").GetString()!;
        var fields = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(moss)).Split('\n');
        var others = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(all)).Split('\n');

        string[] forged =
        [
            all, "x", "AAAA", new string('A', 5000), Base64Url.EncodeToString(new byte[300]), "%00", "' or PartitionKey ne '",
            With(fields, 1, others[1]), With(fields, 2, others[2]), With(fields, 2, "a"), With(fields, 2, "~~~~"), With(fields, 2, "' or RowKey ne '"), With(fields, 2, new string('z', 2000)),
            With(fields, 4, "-1"), With(fields, 4, "99999999999999999999"), With(fields, 4, "2000000"), With(fields, 5, "-1"), With(fields, 5, "1000000"), With(fields, 0, "1"), With(fields, 0, "3"), With([.. fields, "more"], 0, fields[0]),
        ];
        foreach (var cursor in forged)
        {
            using var answer = await host.Http.GetAsync($"api/claims?speaker=Moss&limit=1&cursor={Uri.EscapeDataString(cursor)}", Cancel);
            Assert.Equal((cursor, HttpStatusCode.BadRequest), (cursor, answer.StatusCode));
        }

        // What passes every check still only moves within the claims of its own query.
        foreach (var cursor in (string[])[With(fields, 3, "other"), With(fields, 4, "0"), With(fields, 4, "999999"), With(fields, 5, "0"), With(fields, 6, "00000000,ffffffff")])
        {
            var page = await host.GetAsync($"api/claims?speaker=Moss&limit=50&cursor={Uri.EscapeDataString(cursor)}");
            Assert.All(page.GetProperty("items").EnumerateArray(), claim => Assert.Equal("Ina Moss", claim.GetProperty("speaker").GetProperty("name").GetString()));
        }
    }

    private static string With(string[] fields, int index, string value)
    {
        var changed = (string[])fields.Clone();
        changed[index] = value;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', changed)));
    }
}
