using NewsIngest.Lookup;

namespace NewsIngest.Language.Tokens;

/// <summary>Splits the tokens of one block into sentences. A quote mark or bracket that follows the full stop belongs to the sentence it closes.</summary>
internal sealed class SentenceSplitter(string text)
{
    private const int LongestNameBeforeVerb = 4;

    private static readonly WordSet Openers = LanguageData.Set("sentence-openers.txt");

    private static readonly WordSet SpeechVerbs = LanguageData.Set("speech-verbs.txt");

    private enum Stop
    {
        None,
        Abbreviation,
        Ellipsis,
        Period,
        Question,
    }

    /// <summary>Appends the sentences of <c>tokens[first..end]</c>, all of block <paramref name="block"/>.</summary>
    public void Split(List<Token> tokens, int first, int end, int block, List<Sentence> sentences)
    {
        var start = first;
        for (var i = first; i < end; i++)
        {
            var stop = StopOf(tokens[i]);
            if (stop is Stop.None) continue;
            var next = AfterClosers(tokens, i + 1, end);
            if (next == end) break;
            if (Ends(tokens, start, i, next, end, stop))
            {
                sentences.Add(new Sentence(start, next, block));
                start = next;
            }

            i = next - 1;
        }

        if (start < end) sentences.Add(new Sentence(start, end, block));
    }

    private ReadOnlySpan<char> Form(Token token) => text.AsSpan(token.Start, token.End - token.Start);

    private Stop StopOf(Token token)
    {
        var form = Form(token);
        return form[0] switch
        {
            '…' => Stop.Ellipsis,
            '.' => form.Length == 1 ? Stop.Period : form.Length > 1 && form[1] is '.' or '…' ? Stop.Ellipsis : Stop.None,
            '!' or '?' or '。' or '！' or '？' => Stop.Question,
            _ => form[^1] == '.' && form.Length > 1 ? Stop.Abbreviation : Stop.None,
        };
    }

    private int AfterClosers(List<Token> tokens, int at, int end)
    {
        while (at < end && tokens[at].Start == tokens[at - 1].End && IsCloser(tokens[at])) at++;
        // Only marks are left in the block: they close what stands before them.
        var rest = at;
        while (rest < end && IsCloser(tokens[rest])) rest++;
        return rest == end ? end : at;
    }

    private bool IsCloser(Token token)
    {
        var form = Form(token);
        return CharClass.IsCloser(form[0]) && (form.Length == 1 || form is "''");
    }

    private bool Ends(List<Token> tokens, int start, int stopToken, int next, int end, Stop stop)
    {
        var form = Form(tokens[next]);
        var c = form[0];
        if (char.IsLower(c)) return false;
        var spaced = tokens[next].Start > tokens[next - 1].End;
        var startsWord = char.IsUpper(c) || CharClass.Of(c) is CharKind.Letter;
        if (stop is Stop.Abbreviation)
        {
            return spaced && (form.Length > 1 || c == 'I') && Abbreviations.MayEndSentence(Form(tokens[stopToken]))
                ? Openers.Contains(form)
                : IsInitial(tokens[stopToken]) && spaced && form.Length > 2 && Openers.Contains(form);
        }

        if (stop is Stop.Period && stopToken == start + 1 && char.IsAsciiDigit(text[tokens[start].Start])) return false;
        if (!spaced && !startsWord && next == stopToken + 1) return false;
        var quoted = next > stopToken + 1;
        if (stop is Stop.Ellipsis) return startsWord && spaced && (quoted || Openers.Contains(form));
        if (startsWord) return !(stop is Stop.Question && quoted && IsSpeaker(tokens, next, end));
        return CharClass.Of(c) is CharKind.Digit || CharClass.IsOpener(c) || (c is '$' or '£' or '€' or '#' or '@' or '&' or '*' or '•');
    }

    private bool IsInitial(Token token) => token.End - token.Start == 2;

    /// <summary>Whether a name and a verb of speech stand here, as in "Why now?" Ann Smith asked.</summary>
    private bool IsSpeaker(List<Token> tokens, int at, int end)
    {
        for (var i = at; i < end && i <= at + LongestNameBeforeVerb; i++)
        {
            var form = Form(tokens[i]);
            if (i > at && SpeechVerbs.Contains(form)) return true;
            if (!char.IsUpper(form[0])) return false;
        }

        return false;
    }
}
