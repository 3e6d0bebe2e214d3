using NewsIngest.Lookup;

namespace NewsIngest.Language.Tokens;

/// <summary>
/// Splits text into words and marks the way the English Universal Dependencies treebanks do (GUM, EWT): clitics and hyphens are tokens,
/// abbreviations keep their stop. One pass, linear in the length of the text whatever it holds.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of <c>text[start..end]</c>; offsets are into <paramref name="text"/>.</summary>
    public static void Tokenize(string text, int start, int end, List<Token> tokens)
    {
        var scan = new Scanner(text.AsSpan(0, end), tokens);
        var at = start;
        while (at < end)
        {
            if (CharClass.At(scan.Text, at, out var length) is CharKind.Space)
            {
                at += length;
                continue;
            }

            var chunkEnd = at + length;
            var mayBeAddress = false;
            while (chunkEnd < end && CharClass.Of(text[chunkEnd]) is not CharKind.Space)
            {
                mayBeAddress |= text[chunkEnd] is '@' or '/' or '.';
                chunkEnd++;
            }

            if (mayBeAddress && WebAddress.EndAt(scan.Text[..chunkEnd], at) is var addressEnd && addressEnd > at)
            {
                scan.Emit(at, addressEnd);
                at = addressEnd;
            }

            while (at < chunkEnd) at = scan.Next(at, chunkEnd);
        }
    }

    private readonly ref struct Scanner(ReadOnlySpan<char> text, List<Token> tokens)
    {
        private static readonly WordSet Units = LanguageData.Set("number-units.txt");

        private static readonly WordSet Elisions = new(["em", "til", "tis", "twas", "cause", "bout", "n"], ignoresCase: true);

        public ReadOnlySpan<char> Text { get; } = text;

        public void Emit(int start, int end) => tokens.Add(new Token(start, end, Upos.X, PennTag.Other));

        /// <summary>Emits the token that starts at <paramref name="at"/>, inside a run without white space that ends at <paramref name="end"/>.</summary>
        public int Next(int at, int end)
        {
            var kind = CharClass.At(Text, at, out var length);
            if (kind is CharKind.Letter or CharKind.Digit) return Word(at, end);
            if (kind is CharKind.Mark or CharKind.Space)
            {
                Emit(at, at + length);
                return at + length;
            }

            var c = Text[at];
            if (CharClass.IsApostrophe(c)) return Apostrophe(at, end);
            if (c is '.' or '$' or '#' or '@' && at + 1 < end && StartsNumberOrTag(at, end)) return c == '$' ? EmitOne(at) : Word(at, end);
            var run = RunEnd(at + length, end, c);
            Emit(at, run);
            return run;
        }

        private bool StartsNumberOrTag(int at, int end)
        {
            var next = CharClass.Of(Text[at + 1]);
            var free = at == 0 || !CharClass.IsWord(Text[at - 1]);
            return Text[at] switch
            {
                '.' => free && next is CharKind.Digit && (at == 0 || CharClass.Of(Text[at - 1]) is CharKind.Space),
                '$' => next is CharKind.Digit,
                _ => free && next is CharKind.Letter && at + 2 < end,
            };
        }

        private int EmitOne(int at)
        {
            Emit(at, at + 1);
            return at + 1;
        }

        private int RunEnd(int at, int end, char c)
        {
            switch (c)
            {
                case '.' or '…':
                    while (at < end && Text[at] is '.' or '…') at++;
                    break;
                case '!' or '?':
                    while (at < end && Text[at] is '!' or '?') at++;
                    break;
                case '-' or '*' or '=' or '~' or '`' or '–' or '—':
                    while (at < end && Text[at] == c) at++;
                    break;
            }

            return at;
        }

        private int Apostrophe(int at, int end)
        {
            var next = at + 1;
            if (next < end && Text[next] == Text[at] && (at == 0 || !CharClass.IsWord(Text[at - 1]) || next + 1 == end || !CharClass.IsWord(Text[next + 1])))
            {
                // Two single marks typed for a double one.
                Emit(at, next + 1);
                return next + 1;
            }

            var wordEnd = next;
            while (wordEnd < end && wordEnd - next < 6 && CharClass.IsWord(Text[wordEnd])) wordEnd++;
            var word = Text[next..wordEnd];
            var whole = wordEnd == end || !CharClass.IsWord(Text[wordEnd]);
            var attached = at > 0 && CharClass.Of(Text[at - 1]) is not CharKind.Space && !CharClass.IsOpener(Text[at - 1]);
            var closesQuote = at > 0 && CharClass.IsCloser(Text[at - 1]);
            var takesWord = whole && word.Length > 0
                && (((attached || closesQuote) && Clitics.IsEnding(word)) || (!attached && (IsYear(word) || Elisions.Contains(word))));
            var tokenEnd = takesWord ? wordEnd : next;
            Emit(at, tokenEnd);
            return tokenEnd;
        }

        private static bool IsYear(ReadOnlySpan<char> word) =>
            word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word[2] == 's');

        private int Word(int at, int end)
        {
            var wordEnd = WordShape.EndOf(Text, at, end);
            var split = Clitics.SplitAt(Text, at, wordEnd, end, out var cliticEnd);
            if (split > at)
            {
                EmitWord(at, split);
                Emit(split, cliticEnd);
                return cliticEnd;
            }

            EmitWord(at, wordEnd);
            return wordEnd;
        }

        private void EmitWord(int at, int end)
        {
            var digits = at;
            while (digits < end && (Text[digits] is '.' or ',' || char.IsAsciiDigit(Text[digits]))) digits++;
            if (digits > at && digits < end && Units.Contains(Text[digits..end]))
            {
                Emit(at, digits);
                at = digits;
            }

            Emit(at, end);
        }
    }
}
