using System.Text;
using Azure.Storage.Queues;
using NewsIngest.Local.Hosting;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.EndToEnd;

/// <summary>A file that cannot be read ends as a line in the status, with its reason and time, and disturbs nothing else.</summary>
public sealed class BadInputTests(AzuriteFixture azurite)
{
    private const string Good = "The bridge is closed, mayor Olga Lind said on Friday.\n";
    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string> BlobNames =>
    [
        "with blank.txt",
        "per%20cent%.txt",
        "plus+and&amp=?#hash.txt",
        "quote'\"quote.txt",
        "deep/er/and/deep-er.txt",
        "dots...and..dots.txt",
        "Überschrift – „Zitat“ 新聞 🗞.txt",
        "colon:semi;comma,pipe|star*tilde~.txt",
        "[brackets]{braces}(round)<angle>.txt",
        "$dollar^caret`tick@at!.txt",
        "no-extension",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_file_is_listed_with_its_reason()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("empty.txt", BinaryData.FromBytes(Array.Empty<byte>()));

        var failed = await host.FailedAsync("empty.txt");

        Assert.Contains("empty", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.True(failed.GetProperty("time").TryGetDateTimeOffset(out _));
    }

    [Fact]
    public async Task Ten_megabytes_of_noise_are_tried_as_often_as_host_json_says_and_disturb_nothing_else()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        var noise = new byte[10 * Megabyte];
        new Random(1).NextBytes(noise);
        await host.DropAsync("noise.bin", BinaryData.FromBytes(noise));
        await host.DropAsync("good.txt", Good);

        var failed = await host.FailedAsync("noise.bin");
        Assert.NotEmpty(failed.GetProperty("reason").GetString()!);
        await host.QueryableAsync("good.txt", Good);

        var poison = await PoisonAsync(host);
        Assert.Equal("noise.bin", poison.BlobName);
        Assert.Single((await host.GetAsync("api/status")).GetProperty("failed").EnumerateArray());
    }

    [Fact]
    public async Task A_text_above_the_limit_is_refused_and_the_message_names_the_limit()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("huge.txt", BinaryData.FromBytes(Encoding.UTF8.GetBytes(new string('a', 30 * Megabyte))));

        var failed = await host.FailedAsync("huge.txt");

        Assert.Contains($"{10 * Megabyte}", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_can_be_set()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount(), ("NewsIngest:MaxFileBytes", "20"));
        await host.DropAsync("long.txt", Good);

        var failed = await host.FailedAsync("long.txt");

        Assert.Contains("20", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BlobNames))]
    public async Task A_file_may_have_any_name_a_blob_may_have(string name)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync(name, Good);

        var article = await host.QueryableAsync(name, Good);

        Assert.Equal(name, article.GetProperty("source").GetProperty("blob").GetString());
    }

    [Fact]
    public async Task A_backslash_in_a_name_is_a_slash_as_everywhere_in_Azure()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("back\\slash.txt", Good);

        await host.QueryableAsync("back/slash.txt", Good);
    }

    [Theory]
    [InlineData("nul.txt", "The bridge\0 is closed, mayor Olga Lind said on Friday.\n")]
    [InlineData("controls.txt", "The bridge \u0001\u001b[2J is closed, mayor Olga Lind said on Friday.\n")]
    public async Task Control_characters_are_kept_or_refused_with_a_reason(string name, string text)
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync(name, text);

        await SettledAsync(host, name);
        await StillWorksAsync(host);
    }

    [Fact]
    public async Task Lone_surrogates_are_read_or_refused_with_a_reason()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        byte[] utf16 = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Mayor Olga Lind said the bridge "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" is closed.\n")];
        byte[] utf8 = [.. "Mayor Olga Lind said the bridge "u8, 0xED, 0xA0, 0x80, .. " is closed.\n"u8];
        await host.DropAsync("surrogate-utf16.txt", BinaryData.FromBytes(utf16));
        await host.DropAsync("surrogate-utf8.txt", BinaryData.FromBytes(utf8));

        await SettledAsync(host, "surrogate-utf16.txt");
        await SettledAsync(host, "surrogate-utf8.txt");
        await StillWorksAsync(host);
    }

    [Fact]
    public async Task A_file_that_is_mended_is_no_longer_listed_as_failed()
    {
        await using var host = await RunningHost.StartAsync(azurite.NewAccount());
        await host.DropAsync("mended.txt", BinaryData.FromBytes(Array.Empty<byte>()));
        await host.FailedAsync("mended.txt");

        await host.DropAsync("mended.txt", Good);

        await host.QueryableAsync("mended.txt", Good);
        Assert.Empty((await host.GetAsync("api/status")).GetProperty("failed").EnumerateArray());
    }

    /// <summary>Either queryable or failed with a reason; nothing stays pending.</summary>
    private static async Task SettledAsync(RunningHost host, string name)
    {
        var status = await Eventually.GetAsync(() => host.StateAsync(name), status => status is { State: not "pending" }, $"{name} to be settled");
        Assert.True(status!.State is "done" or "notExtracted" || status.Reason is { Length: > 0 }, status.ToString());
    }

    private static async Task StillWorksAsync(RunningHost host)
    {
        await host.DropAsync("good.txt", Good);
        await host.QueryableAsync("good.txt", Good);
    }

    private static async Task<BlobMessage> PoisonAsync(RunningHost host)
    {
        var queue = host.Storage.Queues.GetQueueClient(HostStorage.BlobPoisonQueue);
        await Eventually.TrueAsync(
            async () => await queue.ExistsAsync(Cancel) && (await queue.GetPropertiesAsync(Cancel)).Value.ApproximateMessagesCount == 1, "the poison message");
        return BlobMessage.Parse(QueueText.Decode((await queue.PeekMessageAsync(Cancel)).Value.MessageText, QueueMessageEncoding.Base64));
    }
}
