namespace NewsIngest.Tests.Ui;

/// <summary>What the host of the page's tests holds.</summary>
internal static class PageArticles
{
    public const string Harbour = "harbour.txt";
    public const string Hostile = "hostile.txt";

    public const string HarbourText =
        """
        Harbour crane to be repaired before winter

        By Ivo Stern

        VELLMAR, March 4, 2024 (Coastwire) - The harbour crane of Vellmar will be repaired before winter, mayor Hanna Brook said on Monday.

        "We have the money," Brook told reporters, "and we have the steel. Nobody will wait another year."

        Port director Emil Varga warned that the work could stop the ferries for a week. He denied that the crane had ever been unsafe.

        According to the dockers' union, Brook had promised the repair twice before.

        "She has promised it to us twice," said union leader Petra Olsen.

        "This time we have it in writing.

        "So we will wait until October," Olsen added.

        The crane of Vellmar in 2019. Photo: Ivo Stern
        """;

    /// <summary>Whatever this text says must stay text.</summary>
    public const string HostileText =
        """
        Minister <script>window.hacked = 1</script> warns of hostile headlines

        TARNBY, May 7, 2024 (Coastwire) - Interior minister Lena Falk said on Tuesday that a headline with <script>window.hacked = 1</script> in it "must never run".

        "A mark such as <img src=x onerror=window.hacked=1> is only text," Falk told reporters.

        Engineer Ove Dahl said that an attribute like " onmouseover="window.hacked=1" stays where it is.
        """;

    public static IReadOnlyList<(string Name, string Text)> All { get; } = [(Harbour, Lf(HarbourText)), (Hostile, Lf(HostileText))];

    public static string TextOf(string name) => All.First(article => article.Name == name).Text;

    private static string Lf(string text) => text.ReplaceLineEndings("\n");
}
