using System.Xml.Linq;
using NewsIngest.Parsing.Html;
using NewsIngest.Parsing.Xml;

namespace NewsIngest.Parsing.Formats;

/// <summary>NewsML 1.x of the IPTC (2000 to 2007), which agencies still send.</summary>
internal sealed class NewsMl1Format : IArticleFormat
{
    public string Name => "NewsML 1.x (.xml)";

    public bool Recognizes(FileContent file) => XmlFile.RootName(file.Head) == "NewsML";

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var root = XmlFile.Load(file.TakeText(), context).Root!;
        var items = root.All("NewsItem").ToList();
        var stories = items.SelectMany(item => Stories(item).Select(story => (item, story))).ToList();
        if (stories.Count == 0) throw context.Refuse("this NewsML file holds no text");
        // A picture that goes with a story is none of its own.
        var texts = stories.FindAll(story => !IsPicture(story.story[0]));
        return ReadAll(texts.Count > 0 ? texts : stories, context);
    }

    private static IEnumerable<ArticleDraft> ReadAll(List<(XElement Item, List<XElement> Contents)> stories, ParseContext context)
    {
        ArticleDraft? alert = null;
        var isAlertOnly = true;
        foreach (var (item, contents) in stories)
        {
            var draft = new ArticleDraft();
            var composer = new ArticleComposer(context);
            ReadMeta(item, contents[0], draft);
            ReadContents(contents, draft, composer, context);
            var isAlert = !composer.HasBody;
            composer.ApplyTo(draft);
            LeadTitle.Set(draft, item.Child("Identification").Child("NameLabel").Line() ?? item.Inside("SlugLine").Line());
            if (isAlert)
            {
                alert ??= draft;
                continue;
            }

            isAlertOnly = false;
            if (stories.Count > 1)
            {
                draft.ItemId = item.Inside("PublicIdentifier").Line() ?? item.Inside("NewsItemId").Line();
                draft.ItemContent = ElementSource.Of(contents);
            }

            yield return draft;
        }

        // A flash of an agency is all in its headline.
        if (isAlertOnly && alert is { Title: not null }) yield return alert;
    }

    /// <summary>
    /// The text parts of each story in their order. A story is what stands under one headline; of parts that are the same
    /// story in other formats only the first counts.
    /// </summary>
    private static IEnumerable<List<XElement>> Stories(XElement item) => item.Descendants()
        .Where(e => e.Is("DataContent") && IsText(e) && !IsOtherRendition(e))
        .GroupBy(content => content.Ancestors().FirstOrDefault(a => a.Child("NewsLines").Child("HeadLine") is not null) ?? item)
        .Select(group => group.ToList());

    private static bool IsOtherRendition(XElement content)
    {
        foreach (var component in content.Ancestors().Where(a => a.Is("NewsComponent")))
        {
            if (component.Parent?.Get("EquivalentsList") == "yes" && component.ElementsBeforeSelf().Any(before => before.Is("NewsComponent") && before.DescendantsAndSelf().Any(e => e.Is("DataContent") && IsText(e)))) return true;
        }

        return content.Parent!.Parent.Get("EquivalentsList") == "yes"
            && content.Parent.ElementsBeforeSelf().Any(before => before.Is("ContentItem") && before.Child("DataContent") is { } other && IsText(other));
    }

    private static bool IsText(XElement content)
    {
        var media = content.Parent.Child("MediaType").Get("FormalName");
        return (media is null || media.Equals("Text", StringComparison.OrdinalIgnoreCase) || media.Equals("ComplexData", StringComparison.OrdinalIgnoreCase))
            && content.Value.AsSpan().Trim().Length > 0 && content.Get("Encoding") is null
            && !(content.Parent.Child("MimeType").Get("FormalName") ?? content.Parent.Child("Format").Get("FormalName") ?? "").Contains("css", StringComparison.OrdinalIgnoreCase);
    }

    private static void ReadMeta(XElement item, XElement content, ArticleDraft draft)
    {
        List<string?> providers = [], holders = [];
        foreach (var component in content.Ancestors().Where(e => e.Is("NewsComponent") || e.Is("NewsItem")))
        {
            var lines = component.Child("NewsLines");
            draft.SetTitle(lines.Child("HeadLine").Line(), "newsml HeadLine");
            draft.SetAuthors(lines.All("ByLine").Select(b => b.Line() ?? "").SelectMany(Bylines.Names), "newsml ByLine");
            draft.SetKeywords(lines.All("KeywordLine").SelectMany(k => (k.Line() ?? "").Split(',', ';')), "newsml KeywordLine");
            var administrative = component.Child("AdministrativeMetadata");
            providers.Add(administrative.Child("Provider").Child("Party").Get("FormalName"));
            providers.Add(administrative.Child("Source").Child("Party").Get("FormalName"));
            providers.Add(lines.Child("CreditLine").Line());
            holders.Add(Publishers.Holder(lines.Child("CopyrightLine").Line()));
            draft.SetLanguage(component.Child("DescriptiveMetadata").Child("Language").Get("FormalName") ?? component.Get("lang"), "newsml Language");
        }

        var descriptive = content.Ancestors().Where(e => e.Is("NewsComponent")).SelectMany(c => c.All("DescriptiveMetadata"));
        draft.SetKeywords(descriptive.SelectMany(d => d.All("Property")).Where(p => p.Get("FormalName") == "Keyword").SelectMany(p => (p.Get("Value") ?? "").Split(';')), "newsml Keyword");
        var identification = item.Child("Identification");
        providers.Add(item.Document?.Root.Child("NewsEnvelope").Child("SentFrom").Child("Party").Get("FormalName"));
        providers.Add(identification.Child("NewsIdentifier").Child("ProviderId").Line());
        draft.SetPublisher(Publishers.Best([.. providers, .. holders]), "newsml Provider");
        var management = item.Child("NewsManagement");
        draft.SetPublishedAt(management.Child("FirstCreated").Line(), "newsml FirstCreated");
        draft.SetPublishedAt(management.Child("ThisRevisionCreated").Line(), "newsml ThisRevisionCreated");
        draft.SetPublishedAt(item.Document?.Root.Child("NewsEnvelope").Child("DateAndTime").Line(), "newsml DateAndTime");
    }

    private static void ReadContents(List<XElement> contents, ArticleDraft draft, ArticleComposer composer, ParseContext context)
    {
        var lines = contents[0].Ancestors().FirstOrDefault(e => e.Child("NewsLines") is not null).Child("NewsLines");
        if (contents.Find(c => c.Inside("nitf") is not null)?.Inside("nitf") is { } nitf)
        {
            Nitf.Read(nitf, draft, composer, context, lines.Child("ByLine").Line(), lines.Child("DateLine").Line());
            return;
        }

        draft.SetTitle(contents[0].Inside("hl1").Line() ?? contents[0].Inside("title").Line(), "headline in the text");
        composer.Title(draft.Title);
        composer.Byline(lines.Child("ByLine").Line());
        composer.Dateline(lines.Child("DateLine").Line());
        foreach (var content in contents)
        {
            var body = content.Inside("body.content") ?? content.Inside("body") ?? content;
            if (draft.Title is { } title && Blocks.TitleRule.IsSame(body.Line(), title)) continue;
            if (IsPicture(content)) composer.Caption(body.Line(), "caption");
            else if (RoleOf(content).Contains("contact", StringComparison.OrdinalIgnoreCase)) composer.Boilerplate(body.Line(), "press contact");
            else if (body.Elements().Any()) XmlBody.Write(body, composer, draft.Title, context);
            else HtmlFragment.WriteEither(body.Value, composer, draft.Title, context);
        }
    }

    private static bool IsPicture(XElement content) => content.Ancestors().Any(a => a.Child("Role").Get("FormalName")?.ToUpperInvariant() is "PICTURE" or "PHOTO" or "IMAGE" or "GRAPHIC" or "CAPTION");

    private static string RoleOf(XElement content) => content.Ancestors().First(e => e.Is("NewsComponent") || e.Is("NewsItem")).Child("Role").Get("FormalName") ?? "";
}
