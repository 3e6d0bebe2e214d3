using System.Globalization;
using System.Xml;

namespace NewsIngest.Parsing.Xml;

/// <summary>Looks at the texts between the tags of an XML file, piece by piece: whole, a text is in memory three times before its length is known.</summary>
internal sealed class XmlTexts(ParseContext context)
{
    private const int ChunkLength = 4096;

    /// <summary>LINQ to XML copies a text again for every piece that a comment cuts off.</summary>
    private const int MostPieces = 200;

    private readonly char[] chunk = new char[ChunkLength];
    private int pieces;

    /// <exception cref="ParseException">The text at which the reader stands is too long, or cut too often.</exception>
    public void Check(XmlReader reader)
    {
        var isText = reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;
        pieces = isText ? pieces + 1 : 0;
        if (pieces > MostPieces) throw context.Refuse($"comments cut a text in it into more than the {MostPieces} pieces allowed");
        if (!isText && reader.NodeType != XmlNodeType.CDATA) return;
        var length = 0;
        for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
        {
            length += read;
            if (length > context.Options.MaxHtmlLength)
                throw context.Refuse(string.Create(CultureInfo.InvariantCulture, $"a text between its tags has more than the {context.Options.MaxHtmlLength:N0} characters allowed"));
        }
    }
}
