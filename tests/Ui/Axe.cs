using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsIngest.Tests.Ui;

/// <summary>axe-core in the page itself: the package for Playwright opens another page for each run, which takes several times as long and finds the same.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          const found = await axe.run(document, { resultTypes: ['violations'] });
          const serious = found.violations.filter(violation => ['serious', 'critical'].includes(violation.impact));
          return { passed: found.passes.length, serious: serious.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join('; ')}`) };
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<AxeFindings> RunAsync(IPage page)
    {
        if (await page.EvaluateAsync<bool>("() => !window.axe")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<AxeFindings>(Run);
    }
}

internal sealed record AxeFindings
{
    /// <summary>How many rules found something to look at and nothing wrong with it.</summary>
    public int Passed { get; init; }

    /// <summary>Violations of serious or critical impact, each with the elements that break the rule.</summary>
    public string[] Serious { get; init; } = [];
}
