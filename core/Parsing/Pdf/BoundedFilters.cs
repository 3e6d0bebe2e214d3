using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsIngest.Parsing.Pdf;

/// <summary>
/// PdfPig's filters, which unpack a stream whole and into memory, behind a count of what it unpacks to: the limit on all that a file unpacks to holds for
/// the streams of a PDF too, each time one is unpacked.
/// </summary>
internal sealed class BoundedFilters(ParseContext context) : IFilterProvider
{
    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;

    /// <summary>The limits of the file.</summary>
    public ParseContext Context { get; } = context;

    /// <summary>Asked whenever a stream is unpacked, so that a file of many ends in time.</summary>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        Context.CheckTime();
        return Bound(filters.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> all) => [.. all.Select(filter => new BoundedFilter(filter, Context))];

    private sealed class BoundedFilter(IFilter filter, ParseContext context) : IFilter
    {
        /// <summary>Run lengths and LZW are old and text in them is short; a stream of them can be thousands of times as long as it is packed.</summary>
        private const int MostOld = 512 * 1024;

        /// <summary>Behind it a stream in zlib's format (RFC 1950) has its deflated data.</summary>
        private const int ZlibHead = 2;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter) CountInflated(input);
            else if (filter is LzwFilter or RunLengthFilter && input.Length > MostOld) throw context.Refuse($"a stream in it is packed in an old way and larger than the {ByteSize.Of(MostOld)} allowed");
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void CountInflated(Memory<byte> input)
        {
            if (input.Length <= ZlibHead) return;
            using var packed = FileContent.Open(input[ZlibHead..]);
            using var inflated = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            try
            {
                for (int read; (read = inflated.Read(buffer)) > 0;) context.CountUnpacked(read);
            }
            catch (InvalidDataException)
            {
                // Broken streams are the library's to read as far as they go.
            }
        }
    }
}
