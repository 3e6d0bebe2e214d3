using NewsIngest.Articles;

namespace NewsIngest.Claims.Quotes;

/// <summary>
/// An outermost quoted stretch of one block, marks included (UTF-16, end-exclusive). <paramref name="Closed"/> is false when its closing mark
/// is missing: it is then bounded by its paragraph. <paramref name="Continues"/> says that it goes on with the unclosed quotation of the
/// paragraph before.
/// </summary>
internal readonly record struct Quotation(int Start, int End, int Block, bool Closed, bool Continues)
{
    public TextSpan Span => new(Start, End);
}
