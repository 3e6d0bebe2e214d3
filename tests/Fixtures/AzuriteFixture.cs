using System.Globalization;
using NewsIngest.Local;
using NewsIngest.Local.Azurite;
using NewsIngest.Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace NewsIngest.Tests.Fixtures;

/// <summary>
/// Storage emulators for the whole run, in memory and on free ports: one uses one core, and one for all would have the tests wait for it.
/// Every call to <see cref="NewAccount"/> hands out an account of its own, empty, so tests share nothing and may run at once in any order.
/// Take it as a constructor parameter.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int EmulatorCount = 2;
    private const int AccountCount = 1000;
    private readonly AzuriteAccount[] accounts =
        [.. Enumerable.Range(0, AccountCount).Select(i => AzuriteAccount.Named("test" + i.ToString("000", CultureInfo.InvariantCulture)))];

    private AzuriteProcess[] emulators = [];
    private int next = -1;

    public async ValueTask InitializeAsync()
    {
        var installation = await InstallAsync(CancellationToken.None);
        emulators = await Task.WhenAll(Enumerable.Range(0, EmulatorCount)
            .Select(_ => AzuriteProcess.StartAsync(installation, new AzuriteOptions { Accounts = accounts }, CancellationToken.None)));
    }

    /// <summary>Connection string of an account that no other caller has.</summary>
    public string NewAccount()
    {
        var index = Interlocked.Increment(ref next);
        Assert.True(index < AccountCount, "the emulators have no account left: raise AccountCount");
        return emulators[index % EmulatorCount].ConnectionString(accounts[index]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in emulators) await emulator.DisposeAsync();
    }

    /// <summary>The files of the emulator, for tests that start one of their own.</summary>
    internal static Task<AzuriteInstallation> InstallAsync(CancellationToken cancellationToken) =>
        new AzuriteInstaller(ProjectLayout.Find(), Console.Error.WriteLine).InstallAsync(cancellationToken);
}
