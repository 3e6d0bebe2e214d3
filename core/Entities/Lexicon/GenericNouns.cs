using NewsIngest.Lookup;

namespace NewsIngest.Entities.Lexicon;

/// <summary>Capitalised words that are no names: "the Government", "MoU", "Article 5", "Rs 25". Read-only, safe for concurrent use.</summary>
internal sealed class GenericNouns
{
    private readonly WordSet alone;
    private readonly WordSet numbered;
    private readonly WordSet fields;
    private readonly WordSet currencies;
    private readonly WordSet papers;

    public GenericNouns()
    {
        alone = Set(Words("alone").Concat(Words("short")));
        numbered = Set(Words("numbered"));
        fields = Set(Words("field"));
        papers = Set(Words("paper"));
        currencies = Set(EntityData.Words("currencies.txt"));
    }

    /// <summary>Whether the word names nothing when it stands alone.</summary>
    public bool IsAlone(ReadOnlySpan<char> form) => alone.Contains(form);

    /// <summary>Whether a number after the word makes a reference of it and no name.</summary>
    public bool IsNumbered(ReadOnlySpan<char> form) => numbered.Contains(form);

    /// <summary>Whether a ministry can be for it: "Health", "Fisheries".</summary>
    public bool IsField(ReadOnlySpan<char> form) => fields.Contains(form);

    /// <summary>Whether it is what newspapers are called: "the Herald".</summary>
    public bool IsTitleOfPaper(ReadOnlySpan<char> form) => papers.Contains(form);

    /// <summary>As <see cref="IsField"/>, however it is written: "fisheries".</summary>
    public bool IsFieldOf(ReadOnlySpan<char> form)
    {
        const int longest = 24;
        if (form.Length is 0 or > longest) return false;
        Span<char> capital = stackalloc char[form.Length];
        form.ToLowerInvariant(capital);
        capital[0] = char.ToUpperInvariant(capital[0]);
        return IsField(capital);
    }

    /// <summary>Whether an amount after the word makes it a currency.</summary>
    public bool IsCurrency(ReadOnlySpan<char> form) => currencies.Contains(form);

    private static WordSet Set(IEnumerable<string> words) => new(words, ignoresCase: false);

    private static IEnumerable<string> Words(string key) =>
        EntityData.Keyed("generic-nouns.txt", key).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
