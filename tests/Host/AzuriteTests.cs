using Azure.Storage.Blobs;
using NewsIngest.Local.Azurite;
using NewsIngest.Tests.Fixtures;
using Xunit;

namespace NewsIngest.Tests.Host;

public sealed class AzuriteTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_account_is_its_own()
    {
        var first = new BlobServiceClient(azurite.NewAccount());
        var second = new BlobServiceClient(azurite.NewAccount());
        await first.CreateBlobContainerAsync("same", cancellationToken: Cancel);

        Assert.True(await first.GetBlobContainerClient("same").ExistsAsync(Cancel));
        Assert.False(await second.GetBlobContainerClient("same").ExistsAsync(Cancel));
    }

    [Fact]
    public async Task Data_survives_an_orderly_restart()
    {
        var installation = await AzuriteFixture.InstallAsync(Cancel);
        await using var folder = new TemporaryFolder();
        var options = new AzuriteOptions { DataFolder = folder.FullName };
        await using (var before = await AzuriteProcess.StartAsync(installation, options, Cancel))
            await new BlobContainerClient(before.ConnectionString(AzuriteAccount.Default), "kept").CreateAsync(cancellationToken: Cancel);
        await using var after = await AzuriteProcess.StartAsync(installation, options, Cancel);

        Assert.True(await new BlobContainerClient(after.ConnectionString(AzuriteAccount.Default), "kept").ExistsAsync(Cancel));
    }

    [Fact]
    public async Task The_lock_file_names_no_registry()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(NewsIngest.Local.ProjectLayout.Find().Local, "package-lock.json"), Cancel);

        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }
}
