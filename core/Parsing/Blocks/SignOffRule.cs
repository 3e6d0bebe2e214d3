using System.Text.RegularExpressions;

namespace NewsIngest.Parsing.Blocks;

/// <summary>Knows the line with which a wire story ends: the initials of its writers ("abc/def"), of the agency and the desk ("dpa ab xy"), or an end mark ("ends").</summary>
internal static partial class SignOffRule
{
    private const int LongestSignOff = 40;

    private const int LongestNote = 400;

    private const int LongestInitials = 5;

    public static bool IsOne(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length > LongestSignOff) return false;
        return Initials().IsMatch(paragraph) || AgencyAndInitials(paragraph.Trim("()/= "));
    }

    /// <summary>Whether the line is the mark behind which nothing belongs to the story.</summary>
    public static bool IsEndMark(ReadOnlySpan<char> paragraph) => paragraph.Length <= LongestSignOff && EndMark().IsMatch(paragraph);

    private static bool AgencyAndInitials(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(' ', '/', '\\');
        if (end < 0 || !Agencies.IsName(line[..end])) return false;
        foreach (var range in line[end..].SplitAny(" /\\"))
        {
            var initials = line[end..][range];
            if (initials.IsEmpty) continue;
            if (initials.Length > LongestInitials || initials.ContainsAnyExceptInRange('a', 'z') && initials.ContainsAnyExceptInRange('A', 'Z')) return false;
        }

        return true;
    }

    /// <summary>Whether the paragraph tells only what the desk changed in the copy: "(Adds details, background)".</summary>
    public static bool IsUpdateNote(ReadOnlySpan<char> paragraph) => paragraph is ['(', .., ')'] && paragraph.Length <= LongestNote && UpdateNote().IsMatch(paragraph);

    [GeneratedRegex(@"^\((?:Adds|Updates|Recasts|Refiles|Corrects|Repeats|Rewrites|Removes|Clarifies|Changes|Inserts|Fixes|Releads|New throughout)\b[^()]*(?:\([^()]*\)[^()]*)*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex UpdateNote();

    [GeneratedRegex(@"^(?:[(-]?-? ?(?:ends|Ends|END|ENDS) ?-?[)-]?|#{3,}|#(?: #){2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex EndMark();

    [GeneratedRegex(@"^(?:\(?\p{Ll}{2,5}(?:-\p{Ll}{2,5})?(?:/\p{Ll}{2,5}(?:-\p{Ll}{2,5})?)+\)?\.?|={2,}\s?\p{L}{2,12}|[(/]\p{L}{2,10}/?[)/]|[(-]?-? ?(?:ends|Ends|END|ENDS|30) ?-?[)-]?|#{3,}|#(?: #){2,}|mfl?|(?:\(?MORE\)?)|-+ ?(?:more|MORE) ?-+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();
}
