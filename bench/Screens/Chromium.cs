using Microsoft.Playwright;

namespace NewsIngest.Screens;

/// <summary>Finds and starts a headless Chromium: Playwright's own, else the one of CHROMIUM_PATH, else the system's.</summary>
internal static class Chromium
{
    public const string Missing =
        "There is no Chromium: install one (apt-get install chromium), or set CHROMIUM_PATH to the executable of Chromium or Chrome.";

    private const string Setting = "CHROMIUM_PATH";
    private const string Installed = "/usr/bin/chromium";

    /// <summary>Nothing that asks the network by itself.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    /// <summary>Null when there is none; <see cref="Missing"/> says what to do then.</summary>
    public static async Task<IBrowser?> LaunchAsync(IPlaywright playwright)
    {
        string?[] candidates = [playwright.Chromium.ExecutablePath, Environment.GetEnvironmentVariable(Setting), Installed];
        return candidates.FirstOrDefault(File.Exists) is { } executable
            ? await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments })
            : null;
    }
}
