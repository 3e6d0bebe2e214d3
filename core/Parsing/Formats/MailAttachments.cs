using MimeKit;

namespace NewsIngest.Parsing.Formats;

/// <summary>Reads what is attached to an e-mail, like the members of an archive.</summary>
internal static class MailAttachments
{
    /// <summary>Reads the attachments into <paramref name="drafts"/>; gives the names of those that are no article, and why.</summary>
    /// <exception cref="ParseException">The mail as a whole goes beyond a limit.</exception>
    public static IEnumerable<(string Name, string? Reason)> Read(MimeMessage message, List<ArticleDraft> drafts, ParseContext context)
    {
        foreach (var attachment in message.Attachments)
        {
            var name = attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? attachment.ContentType.MimeType;
            if (attachment.ContentType.MediaType.ToLowerInvariant() is "image" or "audio" or "video")
            {
                yield return (name, null);
                continue;
            }

            var reason = TryRead(attachment, name, drafts, context);
            if (reason is not null) yield return (name, reason);
        }
    }

    private static string? TryRead(MimeEntity attachment, string name, List<ArticleDraft> drafts, ParseContext context)
    {
        using var level = context.Enter();
        context.CountMember();
        var before = drafts.Count;
        try
        {
            var file = new FileContent(name, Content(attachment, name, context), attachment is MessagePart ? null : attachment.ContentType.MimeType, name);
            foreach (var content in ArchiveReader.Unpack(file, context)) drafts.AddRange(ArticleFormats.Read(content, context).Where(HasText).Select(draft => Named(draft, content)));
        }
        catch (ParseException e)
        {
            return e.Reason;
        }

        return drafts.Count > before ? null : "no article text";
    }

    private static bool HasText(ArticleDraft draft) => draft.Blocks is not { Count: 0 } && !string.IsNullOrWhiteSpace(draft.Text);

    private static ArticleDraft Named(ArticleDraft draft, FileContent content)
    {
        draft.ItemId = draft.ItemId is null ? content.ItemId : $"{content.ItemId}#{draft.ItemId}";
        if (draft.ItemContent.IsEmpty) draft.ItemContent = content.Bytes;
        return draft;
    }

    private static byte[] Content(MimeEntity attachment, string name, ParseContext context)
    {
        using var content = new BoundedStream(context, name);
        if (attachment is MessagePart { Message: { } message }) message.WriteTo(content);
        else if (attachment is MimePart { Content: { } part }) part.DecodeTo(content);
        return content.ToArray();
    }

    /// <summary>Counts what is written to it against the limits of the file.</summary>
    private sealed class BoundedStream(ParseContext context, string name) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            context.CountUnpacked(count);
            if (Length + count > context.Options.MaxBytes) throw context.Refuse($"{name} in it is larger than the {ByteSize.Of(context.Options.MaxBytes)} allowed");
            base.Write(buffer, offset, count);
        }
    }
}
