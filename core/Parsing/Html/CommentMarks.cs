namespace NewsIngest.Parsing.Html;

/// <summary>
/// Breaks long rows of the marks that almost close a comment ("--!--!…"). AngleSharp 1.10 reads each by calling itself, so that a file of them
/// overflows the stack, which ends the process.
/// </summary>
internal static class CommentMarks
{
    private const string Mark = "--!";
    private const int MostInARow = 16;

    /// <summary>Puts a blank for the exclamation mark of every mark in a row after the first few.</summary>
    public static void Break(Span<char> html)
    {
        while (html.IndexOf(Mark) is >= 0 and var at)
        {
            html = html[at..];
            for (var row = 0; html.StartsWith(Mark); row++)
            {
                if (row >= MostInARow) html[Mark.Length - 1] = ' ';
                html = html[Mark.Length..];
            }
        }
    }
}
