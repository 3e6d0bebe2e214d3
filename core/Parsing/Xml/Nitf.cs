using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Reads a story in NITF (News Industry Text Format, IPTC), on its own or inside another wire format.</summary>
internal static class Nitf
{
    /// <summary>Fills what the draft does not have yet, and writes the story; the lines given are those of the format around it, for a story without its own.</summary>
    public static void Read(XElement nitf, ArticleDraft draft, ArticleComposer composer, ParseContext context, string? givenByline = null, string? givenDateline = null)
    {
        var head = nitf.Child("head");
        var body = nitf.Child("body");
        var bodyHead = body.Child("body.head");
        ReadHead(head, bodyHead, draft);
        composer.Title(draft.Title);
        foreach (var subtitle in bodyHead.Child("hedline").All("hl2"))
        {
            if (subtitle.Line() is { } line && !Blocks.TitleRule.IsSame(line, draft.Title)) composer.Boilerplate(line, "subheadline");
        }

        var byline = bodyHead.Child("byline");
        composer.Byline(byline.Line() ?? givenByline);
        draft.SetAuthors(Authors(byline), "nitf byline");
        composer.Dateline(TextCleaner.Line(Dateline(bodyHead.Child("dateline"))) ?? givenDateline);
        foreach (var note in bodyHead.All("note")) composer.Boilerplate(note.Line(), "note");
        foreach (var summary in bodyHead.All("abstract")) composer.Boilerplate(summary.Line(), "abstract");
        foreach (var content in body.All("body.content")) XmlBody.Write(content, composer, draft.Title, context);
        if (body is not null && !body.All("body.content").Any() && bodyHead is null) XmlBody.Write(body, composer, draft.Title, context);
        foreach (var end in body.All("body.end")) composer.Boilerplate(end.Line(), "tagline");
    }

    private static void ReadHead(XElement? head, XElement? bodyHead, ArticleDraft draft)
    {
        var data = head.Child("docdata");
        var publication = head.All("pubdata").FirstOrDefault();
        draft.SetTitle(bodyHead.Child("hedline").Child("hl1").Line(), "nitf hl1");
        draft.SetTitle(bodyHead.Child("hedline").Line(), "nitf hedline");
        draft.SetTitle(bodyHead.Child("headline").Line(), "nitf headline");
        draft.SetTitle(head.Child("title").Line(), "nitf title");
        draft.SetPublishedAt(publication.Get("date.publication"), "nitf pubdata");
        draft.SetPublishedAt(data.Child("date.issue").Get("norm"), "nitf date.issue");
        draft.SetPublishedAt(data.Child("date.release").Get("norm"), "nitf date.release");
        draft.SetPublishedAt(bodyHead.Child("dateline").Child("story.date").Get("norm"), "nitf story.date");
        draft.SetPublisher(bodyHead.Child("distributor").Line(), "nitf distributor");
        draft.SetPublisher(publication.Get("name"), "nitf pubdata");
        draft.SetPublisher(data.Child("doc.copyright").Get("holder"), "nitf doc.copyright");
        draft.SetSection(publication.Get("position.section"), "nitf pubdata");
        draft.SetSection(head.Inside("tobject.subject").Get("tobject.subject.type"), "nitf tobject.subject");
        draft.SetKeywords(data.Child("key-list").All("keyword").Select(k => k.Get("key") ?? k.Value), "nitf key-list");
        draft.SetUrl(publication.Get("ex-ref"), "nitf pubdata");
        draft.SetLanguage(bodyHead?.Parent.Get("lang") ?? bodyHead?.Parent?.Parent.Get("lang") ?? bodyHead?.Parent?.Parent.Get("baselang"), "nitf lang");
    }

    /// <summary>Without their title ("AP Business Writer"), which has an element of its own.</summary>
    private static IEnumerable<string> Authors(XElement? byline)
    {
        if (byline is null) return [];
        var names = new XElement(byline);
        names.Elements().Where(e => e.Is("byttl")).Remove();
        var people = names.Elements().Where(e => e.Is("person")).ToList();
        return people.Count > 0 ? people.SelectMany(person => Bylines.People(person.Line() ?? "")) : Bylines.Names(names.Line() ?? "");
    }

    /// <summary>A date that only programs read ("20230102T222800+0000") is no part of the line.</summary>
    private static string? Dateline(XElement? dateline)
    {
        if (dateline.Child("story.date").Line() is { } date && date.Length > 0 && char.IsDigit(date[0]) && date.Contains('T'))
            return string.Join(' ', dateline!.Elements().Where(e => !e.Is("story.date")).Select(e => e.Line()));
        return dateline.Line();
    }
}
