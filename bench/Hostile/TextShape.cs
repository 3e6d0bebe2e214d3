using System.Globalization;
using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>A text of any length made of one thing over and over, which an algorithm that looks back or ahead without a bound is slow on.</summary>
internal sealed record TextShape(string Name, Func<int, string> Part)
{
    private static readonly string[] Syllables = ["ba", "do", "ri", "ken", "mos", "tal", "vi", "shu", "ler", "gan", "po", "nex"];

    public static IReadOnlyList<TextShape> All { get; } =
    [
        new("letters without a space", "a"),
        new("capitals without a space", "A"),
        new("digits without a space", "7"),
        new("words", i => Word(i) + " "),
        new("one word", "rain "),
        new("capital letters", "A B C "),
        new("words in capitals", i => Word(i).ToUpperInvariant() + " "),
        new("names, each another", i => $"{Capital(i)} {Capital(i * 7)}, "),
        new("names with a verb", i => $"{Capital(i)} {Capital(i * 7)} spoke. "),
        new("one name", "Ada Roth "),
        new("surnames after titles", i => $"Mr {Capital(i)} and Minister {Capital(i + 1)} met. "),
        new("pronouns", "he she they it "),
        new("pronouns in sentences", i => $"{Capital(i)} left. He said she saw them. "),
        new("organizations", i => $"the {Capital(i)} {Capital(i * 5)} Company (the {Capital(i)}C) "),
        new("acronyms", i => $"{Word(i)[..2].ToUpperInvariant()}{Word(i + 5)[..2].ToUpperInvariant()} "),
        new("abbreviations", "U.S. Mr. Dr. "),
        new("commas", ","),
        new("words and commas", "a, "),
        new("clauses and commas", i => $"the {Word(i)}, which {Word(i + 3)} had, "),
        new("full stops", "."),
        new("full stops apart", ". "),
        new("dashes", "– "),
        new("hyphens", "a-"),
        new("apostrophes", "a'b"),
        new("colons", "a: "),
        new("labels", i => $"{Capital(i).ToUpperInvariant()}: {Word(i)} goes on.\n"),
        new("questions and answers", "Q: Why?\nA: Because.\n"),
        new("cue verbs", "said "),
        new("cue verbs and subjects", "he said she said "),
        new("reports in reports", i => $"{Capital(i)} said that "),
        new("according to", "according to "),
        new("cue nouns", "the claim that the warning that "),
        new("double quotation marks", "\""),
        new("double quotation marks apart", "\" "),
        new("single quotation marks", "' "),
        new("opening marks", "“"),
        new("opening marks and words", "“rain "),
        new("closing marks", "”"),
        new("closing marks and words", "rain” "),
        new("single opening marks", "‘rain "),
        new("single closing marks", "rain’ "),
        new("guillemets", "«rain "),
        new("low marks", "„rain "),
        new("quotations", "“It rains,” he said. "),
        new("quotations without a speaker", "“It rains.” "),
        new("paragraphs that open a quotation", "“It rains today.\n\n"),
        new("nested quotations", "“‘It "),
        new("quotations in one sentence", "“rain” and "),
        new("opening brackets", "("),
        new("opening brackets and words", "(rain "),
        new("closing brackets", ") "),
        new("brackets", "(rain) "),
        new("square brackets", "[rain] "),
        new("numbers", i => i.ToString(CultureInfo.InvariantCulture) + " "),
        new("numbers with marks", "1,000.00%"),
        new("money", "$3 million "),
        new("dates", "May 1, 2020, "),
        new("weekdays", "on Monday "),
        new("web addresses", "http://a.example/ "),
        new("one web address", "http://www.a.example/?a=http://"),
        new("mail addresses", "a@b.example "),
        new("line ends", "\n"),
        new("a letter a line", "a\n"),
        new("a letter a paragraph", "a\n\n"),
        new("a sentence a line", "It rains today.\n"),
        new("one paragraph over and over", "The gate is shut, the guard said on Friday evening.\n\n"),
        new("carriage returns", "a\r"),
        new("spaces", " "),
        new("spaces and a word", "a                "),
        new("no-break spaces", "a\u00A0"),
        new("tabs", "\ta"),
        new("emoji", "😀"),
        new("emoji and words", "😀 said "),
        new("emoji joined", "👩‍👩‍👧‍"),
        new("combining marks", "e\u0301\u0301\u0301"),
        new("zero-width joiners", "a\u200D"),
        new("right-to-left overrides", "\u202Ea "),
        new("replacement characters", "\uFFFD"),
        new("lone surrogates", "\uD83D "),
        new("other scripts", "дом 家 בית "),
        new("lists", "- rain\n"),
        new("bylines", "By Ada Roth\n\n"),
        new("captions", "Photograph: Ada Roth\n\n"),
        new("datelines", "LONDON, May 1 – It rains.\n\n"),
        new("conjunctions", "and or but "),
        new("of the", "of the "),
        new("relative pronouns", "who which that "),
        new("to", "to "),
        new("infinitives", "to ask to try "),
        new("ordinary prose", i => $"The {Word(i)} board will close the {Word(i * 3)} road in May, {Capital(i % 50)} {Capital(i % 37)} told reporters. “We have no choice,” she said. "),
    ];

    public TextShape(string name, string part)
        : this(name, _ => part)
    {
    }

    /// <summary>The text, of exactly so many UTF-16 code units.</summary>
    public string Of(int length)
    {
        var text = new StringBuilder(length + 256);
        for (var i = 0; text.Length < length; i++) text.Append(Part(i));
        return text.ToString(0, length);
    }

    private static string Word(int i)
    {
        var word = new StringBuilder();
        for (var left = i % 20_736; word.Length < 5 || left > 0; left /= Syllables.Length) word.Append(Syllables[left % Syllables.Length]);
        return word.ToString();
    }

    private static string Capital(int i)
    {
        var word = Word(i);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
