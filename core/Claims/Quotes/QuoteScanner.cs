using NewsIngest.Articles;

namespace NewsIngest.Claims.Quotes;

/// <summary>
/// Finds the quoted stretches of every block in one pass. Marks of all kinds count: straight, curly, low-9, guillemets, `` and '', and single
/// marks where they are not apostrophes. A missing closing mark never reaches beyond its paragraph.
/// </summary>
internal static class QuoteScanner
{
    public static void Scan(string text, IReadOnlyList<Block> blocks, List<Quotation> found)
    {
        var previousOpen = false;
        for (var b = 0; b < blocks.Count; b++)
        {
            var block = blocks[b];
            if (block.Role is not (BlockRole.Title or BlockRole.Body)) continue;
            var continues = previousOpen && StartsWithMark(text, block);
            var nextOpens = NextBodyOpens(text, blocks, b);
            var first = found.Count;
            new BlockScan(text, block, b, continues, nextOpens, found).Run();
            previousOpen = found.Count > first && !found[^1].Closed && found[^1].End == block.End;
        }
    }

    private static bool StartsWithMark(string text, Block block) =>
        block.Start < block.End && (QuoteMarks.DoubleLength(text, block.Start, block.End) > 0 || text[block.Start] is '‘' or '\'' or '‹');

    private static bool NextBodyOpens(string text, IReadOnlyList<Block> blocks, int b)
    {
        for (var i = b + 1; i < blocks.Count; i++)
        {
            if (blocks[i].Role == BlockRole.Body) return StartsWithMark(text, blocks[i]);
        }

        return false;
    }

    private const int LongestLowQuote = 2000;

    private struct BlockScan(string text, Block block, int index, bool continues, bool nextOpens, List<Quotation> found)
    {
        private readonly int firstFound = found.Count;

        public void Run()
        {
            if (Double(nested: true))
            {
                Single();
                return;
            }

            found.RemoveRange(firstFound, found.Count - firstFound);
            Double(nested: false);
            Single();
        }

        /// <summary>False when nesting left quotes open that a flat reading might close.</summary>
        private readonly bool Double(bool nested)
        {
            var open = -1;
            var depth = 0;
            var nests = false;
            for (var i = QuoteMarks.Next(text, block.Start, block.End); i < block.End; i = QuoteMarks.Next(text, i, block.End))
            {
                var length = QuoteMarks.DoubleLength(text, i, block.End);
                if (length == 0)
                {
                    i++;
                    continue;
                }

                var opens = Opens(i, length, open >= 0);
                if (open < 0)
                {
                    if (opens || Ambiguous(i))
                    {
                        open = i;
                        depth = 1;
                    }
                }
                else if (opens && nested)
                {
                    depth++;
                    nests = true;
                }
                else if (opens)
                {
                    Add(open, TrimEnd(open, i), closed: false);
                    open = i;
                }
                else if (--depth <= 0 || !nested)
                {
                    Add(open, i + length, closed: true);
                    open = -1;
                }

                i += length;
            }

            if (open < 0) return true;
            if (nests && nested && !nextOpens) return false;
            Add(open, block.End, closed: false);
            return true;
        }

        private readonly bool Opens(int i, int length, bool inside) => text[i] switch
        {
            '„' or '‟' => true,
            '“' => !(inside && ClosesByContext(i, length) && (OpenedLow(i) || !OpensByContext(i, length))),
            '”' => false,
            '«' => !inside || !ClosesByContext(i, length),
            '»' => !inside && OpensByContext(i, length),
            '`' => true,
            _ => !inside || (OpensByContext(i, length) && !ClosesByContext(i, length)),
        };

        /// <summary>A closing curly mark where nothing is open still opens when it stands before a word: a typing error seen in the wild.</summary>
        private readonly bool Ambiguous(int i) => text[i] == '”' && OpensByContext(i, 1);

        private readonly bool OpenedLow(int i)
        {
            var from = Math.Max(i - LongestLowQuote, found.Count > firstFound ? found[^1].End : block.Start);
            return text.AsSpan(from, i - from).Contains('„');
        }

        private readonly bool OpensByContext(int i, int length)
        {
            var before = i == block.Start ? ' ' : text[i - 1];
            var after = i + length >= block.End ? ' ' : text[i + length];
            return (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '/') && !char.IsWhiteSpace(after);
        }

        private readonly bool ClosesByContext(int i, int length)
        {
            var before = i == block.Start ? ' ' : text[i - 1];
            var after = i + length >= block.End ? ' ' : text[i + length];
            return !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || char.IsPunctuation(after));
        }

        private readonly int TrimEnd(int start, int end)
        {
            while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) end--;
            return end;
        }

        private readonly void Add(int start, int end, bool closed) =>
            found.Add(new Quotation(start, end, index, closed, continues && found.Count == firstFound && start == block.Start));

        /// <summary>Single marks count only between the double quotes, and only in pairs that no apostrophe explains.</summary>
        private readonly void Single()
        {
            var doubles = found.Count;
            var d = firstFound;
            var open = -1;
            for (var i = block.Start; i < block.End; i++)
            {
                if (d < doubles)
                {
                    // Not beyond the next double quotes, within which single marks count for nothing.
                    if (i < found[d].Start) i = QuoteMarks.NextSingle(text, i, found[d].Start);
                    if (i >= found[d].Start)
                    {
                        i = Math.Max(i, found[d].End - 1);
                        d++;
                        open = -1;
                        continue;
                    }
                }
                else
                {
                    i = QuoteMarks.NextSingle(text, i, block.End);
                    if (i == block.End) break;
                }

                if (open < 0)
                {
                    if (text[i] is not '’' && OpensByContext(i, 1) && HasCloser(i)) open = i;
                }
                else if (ClosesSingle(i))
                {
                    found.Add(new Quotation(open, i + 1, index, Closed: true, Continues: false));
                    open = -1;
                }
            }

            if (found.Count > doubles) found.Sort(firstFound, found.Count - firstFound, ByStart);
        }

        /// <summary>’em, ’90s and ’tis are elisions, not quotes.</summary>
        private readonly bool HasCloser(int i) => i + 1 < block.End && !char.IsDigit(text[i + 1]);

        private readonly bool ClosesSingle(int i)
        {
            if (text[i] is '‘' or '‚' or '‹' or '`') return false;
            var after = i + 1 >= block.End ? ' ' : text[i + 1];
            return !char.IsWhiteSpace(text[i - 1]) && !char.IsLetterOrDigit(after);
        }

        private static readonly Comparer<Quotation> ByStart = Comparer<Quotation>.Create((a, b) => a.Start.CompareTo(b.Start));
    }
}
