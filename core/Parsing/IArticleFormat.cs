namespace NewsIngest.Parsing;

/// <summary>One file format. A new one is one class that implements this and one line in <see cref="ArticleFormats"/>.</summary>
internal interface IArticleFormat
{
    /// <summary>What a person calls it, with its usual extensions: "HTML pages (.html)".</summary>
    string Name { get; }

    /// <summary>Whether a library reads it in one call that checks no clock.</summary>
    bool MayHang => false;

    /// <summary>Whether the file is of this format: by its content, and by its name only where the content leaves it open.</summary>
    bool Recognizes(FileContent file);

    /// <summary>The articles in the file, in their order.</summary>
    /// <exception cref="ParseException">The file is broken or goes beyond a limit.</exception>
    IEnumerable<ArticleDraft> Read(FileContent file, ParseContext context);
}
