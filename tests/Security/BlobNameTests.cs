using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using NewsIngest.Storage;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Security;

/// <summary>No name of a file leads out of the container of dropped files.</summary>
public sealed class BlobNameTests(AzuriteFixture azurite)
{
    private static readonly string[] Names =
    [
        "../parsed/x.json", "..", "../..", "a/../../parsed/x.json", "./x", "a/./b", "..\\parsed\\x.json", "a\\b", "%2e%2e%2fparsed%2fx.json", "%2e%2e/parsed/x.json", "..%2fparsed%2fx.json", "..%5cparsed",
        "/etc/passwd", "//parsed/x.json", "C:\\x.txt", "a\0b.txt", "a\u0001b", "a\nb", "a\u007fb", "a\u0085b", "a/", "a.", "\u2024\u2024/parsed/x", "\uFF0E\uFF0E\uFF0Fparsed", "parsed/x.json", "?x", "#x", "x?comp=list", "x#y",
        new('n', 1024), new('n', 1025), new('n', 5000), "\u202Etxt.exe",
    ];

    [Fact]
    public async Task An_upload_lands_in_its_container_under_its_name_or_nowhere()
    {
        var connection = azurite.NewAccount();
        await using var host = await RunningHost.StartAsync(connection, ("AzureWebJobs.ParseArticle.Disabled", "true"));
        var accepted = new List<string>();
        foreach (var name in Names)
        {
            var escaped = string.Concat(Encoding.UTF8.GetBytes(name).Select(b => $"%{b:X2}"));
            using var answer = await host.Http.PostAsync($"api/articles?name={escaped}", new StringContent("The gate is shut, guard Ina Moss said."), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.Accepted) accepted.Add(name);
            else Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong, $"{name}: {answer.StatusCode}");
        }

        Assert.InRange(accepted.Count, 5, Names.Length - 15);
        Assert.DoesNotContain(accepted, name => name.Split('/', '\\').Contains(".."));
        Assert.Equal(accepted.Order(StringComparer.Ordinal), (await NamesAsync(connection, StorageNames.ArticlesContainer)).Order(StringComparer.Ordinal));
        Assert.Empty(await NamesAsync(connection, StorageNames.ParsedContainer));
        Assert.Empty(await NamesAsync(connection, StorageNames.AnalysisContainer));
    }

    private static async Task<List<string>> NamesAsync(string connection, string container)
    {
        var names = new List<string>();
        await foreach (var blob in new BlobContainerClient(connection, container).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }
}
