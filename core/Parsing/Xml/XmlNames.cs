using System.Xml;

namespace NewsIngest.Parsing.Xml;

/// <summary>
/// The names in one XML file. LINQ to XML keeps every name that it has met until the process ends, and a reader notes all attributes of a tag before
/// it gives one: so there may not be many of either.
/// </summary>
internal sealed class XmlNames(ParseContext context) : XmlNameTable
{
    /// <summary>All formats of news together have not half as many.</summary>
    private const int MostNames = 2000;

    private const int MostInTag = 2000;

    private readonly NameTable names = new();
    private int count;
    private int inTag;

    public void BeginTag() => inTag = 0;

    /// <exception cref="ParseException">There are too many names.</exception>
    public override string Add(char[] array, int offset, int length)
    {
        if (++inTag > MostInTag) throw context.Refuse($"a tag in it has more than the {MostInTag} names allowed");
        return names.Get(array, offset, length) ?? Counted(names.Add(array, offset, length));
    }

    /// <exception cref="ParseException">There are too many names.</exception>
    public override string Add(string array) => names.Get(array) ?? Counted(names.Add(array));

    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    public override string? Get(string array) => names.Get(array);

    private string Counted(string name) => ++count <= MostNames ? name : throw context.Refuse($"it has more than the {MostNames} names of elements and attributes allowed");
}
