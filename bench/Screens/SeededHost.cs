using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;
using NewsIngest.Local.Commands;
using NewsIngest.Local.Hosting;
using NewsIngest.Query;
using NewsIngest.Storage;

namespace NewsIngest.Screens;

/// <summary>A development host on an emulator in memory, with the seeds queryable.</summary>
internal sealed class SeededHost : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly DevelopmentHost host;

    private SeededHost(AzuriteProcess azurite, DevelopmentHost host)
    {
        this.azurite = azurite;
        this.host = host;
    }

    public string Url => host.Url;

    public static async Task<SeededHost> StartAsync(CancellationToken cancellationToken)
    {
        var layout = ProjectLayout.Find();
        var installation = await new AzuriteInstaller(layout, Console.WriteLine).InstallAsync(cancellationToken);
        var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), cancellationToken);
        var connection = azurite.ConnectionString(AzuriteAccount.Default);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)]).Build();
        var host = await DevelopmentHost.StartAsync(configuration, 0, _ => { }, cancellationToken);
        var dropper = new Dropper(
            new StorageTarget(host.Services.GetRequiredService<ArticleUploader>(), host.Services.GetRequiredService<QueryService>(), new BlobContainerClient(connection, StorageNames.ArticlesContainer)),
            host.Services.GetRequiredService<TimeProvider>());
        await dropper.DropAsync(DropFile.Find([layout.Seeds]), _ => { }, cancellationToken);
        return new SeededHost(azurite, host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
