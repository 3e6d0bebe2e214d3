using System.CommandLine;
using Microsoft.Playwright;
using NewsIngest.Screens;

namespace NewsIngest.Bench.Commands;

/// <summary>Takes the pictures of the page that the README shows, from a host that holds the seeds and nothing else.</summary>
internal static class ScreenshotsCommand
{
    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write the pictures to",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("docs", "img")),
        };
        var command = new Command("screenshots", "Take pictures of the page for the README") { output };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo output, CancellationToken cancellationToken)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        if (browser is null)
        {
            await Console.Error.WriteLineAsync(Chromium.Missing);
            return 1;
        }

        output.Create();
        await using var host = await SeededHost.StartAsync(cancellationToken);
        foreach (var shot in Shot.All)
        {
            var file = Path.Combine(output.FullName, shot.Name + ".png");
            await shot.TakeAsync(browser, host.Url, file);
            Console.WriteLine($"{file}: {new FileInfo(file).Length / 1024} KiB");
        }

        return 0;
    }
}
