using System.Xml.Linq;

namespace NewsIngest.Parsing.Xml;

/// <summary>Reads a story in NITF (News Industry Text Format, IPTC), on its own or inside another wire format.</summary>
internal static class Nitf
{
    /// <summary>Fills what the draft does not have yet, and writes the story.</summary>
    public static void Read(XElement nitf, ArticleDraft draft, ArticleComposer composer)
    {
        var head = nitf.Child("head");
        var body = nitf.Child("body");
        var bodyHead = body.Child("body.head");
        ReadHead(head, bodyHead, draft);
        composer.Title(draft.Title);
        foreach (var subtitle in bodyHead.Child("hedline").All("hl2")) composer.Paragraph(subtitle.Line());
        var byline = bodyHead.Child("byline").Line();
        composer.Byline(byline);
        if (byline is not null) draft.SetAuthors(Bylines.Names(byline), "nitf byline");
        composer.Dateline(bodyHead.Child("dateline").Line());
        foreach (var note in bodyHead.All("note")) composer.Boilerplate(note.Line(), "note");
        foreach (var summary in bodyHead.All("abstract")) composer.Boilerplate(summary.Line(), "abstract");
        foreach (var content in body.All("body.content")) XmlBody.Write(content, composer, draft.Title);
        if (body is not null && !body.All("body.content").Any() && bodyHead is null) XmlBody.Write(body, composer, draft.Title);
        foreach (var end in body.All("body.end")) composer.Boilerplate(end.Line(), "tagline");
    }

    private static void ReadHead(XElement? head, XElement? bodyHead, ArticleDraft draft)
    {
        var data = head.Child("docdata");
        var publication = head.All("pubdata").FirstOrDefault();
        draft.SetTitle(bodyHead.Child("hedline").Child("hl1").Line(), "nitf hl1");
        draft.SetTitle(bodyHead.Child("hedline").Line(), "nitf hedline");
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
        draft.SetLanguage(bodyHead?.Parent?.Parent.Get("lang"), "nitf lang");
    }
}
