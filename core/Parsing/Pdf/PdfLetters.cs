using UglyToad.PdfPig.Content;

namespace NewsIngest.Parsing.Pdf;

/// <summary>The letters of a page in the order in which they are drawn, and the height of the page in points.</summary>
internal sealed record PdfLetters(double Height, IReadOnlyList<Letter> Letters);
