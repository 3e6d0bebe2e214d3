using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace NewsIngest.Parsing.Pdf;

/// <summary>Looks at the fonts of a page, or of a form on it, before PdfPig reads them: it makes an entry for each code of a range, and a line can name billions.</summary>
internal sealed class BoundedResources(IResourceStore resources, IPdfTokenScanner scanner, ILookupFilterProvider filters, ParseContext context) : IResourceStore
{
    private static readonly NameToken Widths = NameToken.Create("W");
    private static readonly NameToken VerticalWidths = NameToken.Create("W2");

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        context.CheckTime();
        if (resourceDictionary.TryGet(NameToken.Font, scanner, out DictionaryToken? fonts))
        {
            foreach (var font in fonts.Data.Values) Check(font);
        }

        resources.LoadResourceDictionary(resourceDictionary);
    }

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        Check(fontReferenceToken);
        return resources.GetFontDirectly(fontReferenceToken);
    }

    public void UnloadResourceDictionary() => resources.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => resources.GetFont(name);

    public bool TryGetXObject(NameToken name, out StreamToken stream) => resources.TryGetXObject(name, out stream!);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => resources.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => resources.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => resources.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => resources.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => resources.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => resources.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => resources.GetPatterns();

    public Shading GetShading(NameToken name) => resources.GetShading(name);

    private void Check(IToken token)
    {
        if (!DirectObjectFinder.TryGet(token, scanner, out DictionaryToken? font)) return;
        CheckMap(font, NameToken.ToUnicode);
        CheckMap(font, NameToken.Encoding);
        if (!font.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants)) return;
        foreach (var item in descendants.Data)
        {
            if (!DirectObjectFinder.TryGet(item, scanner, out DictionaryToken? descendant)) continue;
            CheckRanges(descendant, Widths);
            CheckRanges(descendant, VerticalWidths);
        }
    }

    private void CheckMap(DictionaryToken font, NameToken name)
    {
        if (font.TryGet(name, scanner, out StreamToken? map)) CharacterMaps.Check(map.Decode(filters, scanner).Span, context);
    }

    /// <summary>"first last width" is a range ("first last width x y" of vertical ones), "first [width …]" is none.</summary>
    private void CheckRanges(DictionaryToken font, NameToken name)
    {
        if (!font.TryGet(name, scanner, out ArrayToken? widths)) return;
        var meanings = name == Widths ? 1 : 3;
        var codes = 0.0;
        for (var i = 0; i + 1 < widths.Length;)
        {
            if (widths[i] is NumericToken first && widths[i + 1] is NumericToken last)
            {
                codes += Math.Max(0, last.Double - first.Double);
                i += 2 + meanings;
            }
            else
            {
                i += 2;
            }
        }

        if (codes > CharacterMaps.MostCodes) throw context.Refuse("a font in it has more codes than there are characters");
    }
}
