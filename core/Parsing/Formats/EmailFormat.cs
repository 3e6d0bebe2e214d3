using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using NewsIngest.Parsing.Html;
using NewsIngest.Parsing.Json;

namespace NewsIngest.Parsing.Formats;

/// <summary>E-mail: newsletters, press releases and wire copy sent by mail (MIME, read by MimeKit). Attachments are read like files of their own.</summary>
internal sealed partial class EmailFormat : IArticleFormat
{
    /// <summary>Above this share of addresses the plain part is only what a template made of the HTML part.</summary>
    private const double MostAddresses = 0.15;

    private const int DeepestParts = 32;

    private const int LongestHead = 8192;

    public string Name => "e-mail (.eml)";

    public bool MayHang => true;

    public bool Recognizes(FileContent file)
    {
        var bytes = file.Bytes.Span;
        bytes = bytes[Start(bytes)..];
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestHead)]);
        var fields = Fields().Match(head);
        if (!fields.Success) return false;
        var known = KnownField().Count(fields.Value);
        return known >= 3 || (known >= 2 && file.Extension == ".eml");
    }

    /// <summary>Where the first header field stands: mailboxes leave blank lines before it, editors a byte order mark.</summary>
    private static int Start(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var i = start; i < bytes.Length && i < LongestHead && bytes[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'; i++)
        {
            if (bytes[i] == (byte)'\n') start = i + 1;
        }

        return start;
    }

    public IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context)
    {
        var bytes = file.Bytes[Start(file.Bytes.Span)..];
        MailHeads.Check(bytes.Span, context);
        using var stream = FileContent.Open(bytes);
        if (file.Text is not null) file.TakeText();
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = DeepestParts }, stream, persistent: true);
        }
        catch (FormatException e)
        {
            throw context.Refuse($"it is a broken e-mail ({e.Message})", e);
        }

        using (message)
        {
            MailCharsets.Correct(message);
            var attached = new List<ArticleDraft>();
            var unread = new List<string>();
            foreach (var (name, reason) in MailAttachments.Read(message, attached, context)) unread.Add(reason is null ? name : $"{name} ({reason})");
            var story = Read(message, attached.Count > 0, context);
            if (unread.Count > 0) (story ?? attached[0]).Warnings.Add($"attachments were not read: {string.Join("; ", unread)}");
            return story is null ? attached : [story, .. attached];
        }
    }

    private static ArticleDraft? Read(MimeMessage message, bool mayBeEmpty, ParseContext context)
    {
        var draft = new ArticleDraft();
        if (message.TextBody is { } form && form.AsSpan().TrimStart().StartsWith("{\"") && FormStory(form, context) is { } filled) draft = filled;
        draft.SetTitle(SubjectPrefix().Replace(message.Subject ?? "", ""), "mail subject");
        if (message.Date != default) draft.SetPublishedAt(message.Date.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture), "mail date");
        var from = message.From.Mailboxes.FirstOrDefault();
        draft.SetPublisher(from?.Name is { Length: > 0 } name ? name : from?.Domain, "mail from");
        draft.SetLanguage(message.Headers[HeaderId.ContentLanguage], "mail content-language");
        if (draft.Blocks is not null) return draft;
        var composer = new ArticleComposer(context);
        composer.Title(draft.Title);
        WriteBody(message, composer, draft.Title, context);
        if (!composer.HasBody) return mayBeEmpty ? null : throw context.Refuse("the e-mail holds no text");
        composer.ApplyTo(draft);
        return draft;
    }

    /// <summary>A story that a form sends as JSON in the mail.</summary>
    private static ArticleDraft? FormStory(string text, ParseContext context)
    {
        try
        {
            // A line that a mail program broke is broken inside strings, too.
            using var json = BoundedJson.Parse(text.ReplaceLineEndings(" "), context);
            if (!JsonItem.IsOne(json.RootElement) || JsonItem.Read(json.RootElement, context) is not { } draft) return null;
            draft.ItemId = null;
            return draft;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteBody(MimeMessage message, ArticleComposer composer, string? title, ParseContext context)
    {
        var plain = message.TextBody;
        if (message.HtmlBody is { } html && (string.IsNullOrWhiteSpace(plain) || AddressShare(plain) > MostAddresses))
        {
            HtmlFragment.Write(html, composer, title, context);
            if (composer.HasBody) return;
        }

        if (plain is not null) WritePlain(plain, composer);
    }

    private static double AddressShare(string plain)
    {
        var addresses = 0;
        foreach (var match in Address().EnumerateMatches(plain)) addresses += match.Length;
        return (double)addresses / plain.Length;
    }

    /// <summary>What stands behind the signature mark, and what is quoted from other mails, is no part of the story.</summary>
    private static void WritePlain(string plain, ArticleComposer composer)
    {
        var signature = SignatureMark().Match(plain);
        var story = signature.Success ? plain[..signature.Index] : plain;
        story = QuotedLine().Replace(story, "");
        var at = 0;
        foreach (var forwarded in ForwardedHead().EnumerateMatches(story))
        {
            composer.PlainText(story[at..forwarded.Index]);
            at = forwarded.Index + forwarded.Length;
            foreach (var line in story[forwarded.Index..at].Split('\n')) composer.Boilerplate(line, "mail header");
        }

        composer.PlainText(at == 0 ? story : story[at..]);
        if (signature.Success)
        {
            foreach (var line in plain[(signature.Index + signature.Length)..].Split('\n')) composer.Boilerplate(line, "signature");
        }
    }

    [GeneratedRegex(@"\A(?:From .*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*)+", RegexOptions.CultureInvariant)]
    private static partial Regex Fields();

    [GeneratedRegex(@"^(?:From|To|Subject|Date|MIME-Version|Message-ID|Received|Return-Path|Content-Type|Delivered-To|Reply-To|Sender|DKIM-Signature):", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex KnownField();

    [GeneratedRegex(@"^\s*(?:(?:re|fw|fwd|aw|wg|tr|(?:press|media|news) (?:release|statement)|pressemitteilung|pressemeddelelse|communiqué de presse|for immediate release)\s*[:|–—-]\s*)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SubjectPrefix();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^-- \r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SignatureMark();

    /// <summary>What mail programs set above a mail that is passed on.</summary>
    [GeneratedRegex(@"^(?:-{2,} ?(?:Forwarded|Original|Weitergeleitete|Ursprüngliche) [^\n-]{4,20}-{2,}|Begin forwarded message:)[ \t]*\r?\n(?:[ \t]*\r?\n)?(?:\*?(?:From|Sent|Date|Subject|To|Cc|Reply-To|Von|Gesendet|Datum|An|Betreff):[^\n]*\n)+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ForwardedHead();

    [GeneratedRegex(@"^(?:>.*|On [^\n]{10,120} wrote:[ \t]*\r?)$\n?", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex QuotedLine();
}
