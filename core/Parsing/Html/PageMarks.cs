using AngleSharp.Dom;

namespace NewsIngest.Parsing.Html;

/// <summary>The elements of a page that carry metadata, collected in one walk.</summary>
internal sealed class PageMarks
{
    public List<IElement> Meta { get; } = [];

    public List<IElement> JsonLd { get; } = [];

    public List<IElement> Times { get; } = [];

    public List<IElement> Authors { get; } = [];

    public IElement? Canonical { get; private set; }

    public IElement? Heading { get; private set; }

    public IElement? DatePublished { get; private set; }

    /// <summary>The first time that stands in an article or header, or says that it is the publication's.</summary>
    public IElement? StoryTime { get; private set; }

    public static PageMarks Read(IElement root)
    {
        var marks = new PageMarks();
        marks.Visit(root, inStory: false, inAuthor: false);
        return marks;
    }

    private void Visit(IElement element, bool inStory, bool inAuthor)
    {
        var property = element.Attributes.Length == 0 ? null : element.GetAttribute("itemprop");
        Note(element, property, inStory, inAuthor);
        inStory |= element.LocalName is "article" or "header";
        inAuthor |= property is "author";
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child) Visit(child, inStory, inAuthor);
        }
    }

    private void Note(IElement element, string? property, bool inStory, bool inAuthor)
    {
        switch (element.LocalName)
        {
            case "meta" when element.HasAttribute("content"):
                Meta.Add(element);
                break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                JsonLd.Add(element);
                break;
            case "link" when element.GetAttribute("rel") == "canonical":
                Canonical ??= element;
                break;
            case "h1":
                Heading ??= element;
                break;
            case "time" when element.HasAttribute("datetime"):
                Times.Add(element);
                if (inStory || element.HasAttribute("pubdate")) StoryTime ??= element;
                break;
        }

        if (property == "datePublished") DatePublished ??= element;
        if (property == "name" && inAuthor) Authors.Add(element);
        if (element.LocalName is "a" or "link" or "span" && element.Attributes.Length > 0 && element.GetAttribute("rel") == "author") Authors.Add(element);
    }
}
