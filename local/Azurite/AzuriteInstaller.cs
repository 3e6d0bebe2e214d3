using System.Diagnostics;
using System.Security.Cryptography;

namespace NewsIngest.Local.Azurite;

/// <summary>Installs the storage emulator from npm, exactly as local/package-lock.json says, once per lock file.</summary>
internal sealed class AzuriteInstaller(ProjectLayout layout, Action<string> report)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(200);

    private string Modules => Path.Combine(layout.Local, "node_modules");

    private string Stamp => Path.Combine(Modules, ".newsingest-installed");

    /// <summary>Makes sure that the emulator is installed.</summary>
    /// <returns>How to start it.</returns>
    /// <exception cref="SetupException">Node.js is missing or too old, or npm failed; the message says what to do.</exception>
    public async Task<AzuriteInstallation> InstallAsync(CancellationToken cancellationToken)
    {
        var tools = await NodeTools.FindAsync(cancellationToken);
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(layout.Local, "package-lock.json"), cancellationToken)));
        if (!IsInstalled(wanted))
        {
            await using var held = await LockAsync(cancellationToken);
            if (!IsInstalled(wanted))
            {
                report("Installing the storage emulator (Azurite) from npm, once ...");
                await RunNpmAsync(tools, cancellationToken);
                await File.WriteAllTextAsync(Stamp, wanted, cancellationToken);
            }
        }

        return new AzuriteInstallation(
            tools.Node,
            Path.Combine(layout.Local, "Azurite", "run-azurite.cjs"),
            Path.Combine(Modules, "azurite", "dist", "src", "azurite.js"));
    }

    private bool IsInstalled(string wanted) => File.Exists(Stamp) && File.ReadAllText(Stamp) == wanted;

    /// <summary>npm replaces the whole folder, so two processes must not install at once; the lock lies outside of it.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(layout.Local, "node_modules.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPoll, cancellationToken);
            }
        }
    }

    private async Task RunNpmAsync(NodeTools tools, CancellationToken cancellationToken)
    {
        string[] arguments = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/d", "/c", tools.Npm, .. arguments])
            : new ProcessStartInfo(tools.Npm, arguments);
        start.WorkingDirectory = layout.Local;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new SetupException($"{tools.Npm} cannot be started.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new SetupException($"npm ci in {layout.Local} failed with exit code {process.ExitCode}: is the npm registry reachable?\n{await errors}{await output}".TrimEnd());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>What starts the emulator: node, the script that ties it to its parent, and the emulator's own entry point.</summary>
internal sealed record AzuriteInstallation(string Node, string Runner, string EntryPoint);
