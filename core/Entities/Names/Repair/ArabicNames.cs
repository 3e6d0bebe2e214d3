namespace NewsIngest.Entities.Names.Repair;

/// <summary>The Arabic article and what it is joined to by a hyphen are one word of a person's name: "Karim [al-Roth]", "[Al-Roth] said".</summary>
internal sealed class ArabicNames(NameDocument document)
{
    private const int WordTokens = 3;
    private readonly NewsIngest.Language.AnnotatedText text = document.Text;

    public void Join(List<NameSpan> names)
    {
        var articles = Articles();
        if (articles.Count == 0) return;
        var nameAt = text.Work.RentUncleared<int>(text.Tokens.Length);
        nameAt.AsSpan(0, text.Tokens.Length).Fill(-1);
        for (var i = 0; i < names.Count; i++) nameAt.AsSpan(names[i].First, names[i].Length).Fill(i);

        foreach (var article in articles) Join(names, nameAt, article);
        names.RemoveAll(n => n.Length == 0);
        AddRepeats(names, articles);
    }

    private List<int> Articles()
    {
        var articles = new List<int>();
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstToken; i + WordTokens <= sentence.EndToken; i++)
            {
                if (IsArticleWord(i)) articles.Add(i);
            }
        }

        return articles;
    }

    private bool IsArticleWord(int token) =>
        token + WordTokens <= text.Tokens.Length
        && text.Tokens[token].End == text.Tokens[token + 1].Start && text.Tokens[token + 1].End == text.Tokens[token + 2].Start && text.Form(token + 1) is "-" or "‑"
        && text.Form(token) is "al" or "Al" or "el" or "El" or "ul" or "as" or "ash" or "ad" or "ar" or "an" or "az" && char.IsUpper(text.Form(token + 2)[0]);

    private void Join(List<NameSpan> names, int[] nameAt, int article)
    {
        var at = nameAt[article + 2];
        var before = article > 0 && text.SentenceOf(article - 1) == text.SentenceOf(article) ? nameAt[article - 1] : -1;
        if (at >= 0 && (names[at].Type != NameType.Person || names[at].First <= article)) return;
        if (before >= 0 && names[before].Type == NameType.Person && names[before].End == article)
        {
            var end = at >= 0 ? names[at].End : article + WordTokens;
            names[before] = names[before] with { End = end };
            if (at >= 0) names[at] = default;
            nameAt.AsSpan(article, end - article).Fill(before);
        }
        else if (at >= 0)
        {
            names[at] = names[at] with { First = article };
        }
    }

    /// <summary>"Al-Roth" where the full name ended in "al-Roth".</summary>
    private void AddRepeats(List<NameSpan> names, List<int> articles)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var taken = text.Work.Rent<bool>(text.Tokens.Length);
        foreach (var name in names)
        {
            taken.AsSpan(name.First, name.Length).Fill(true);
            if (name.Type == NameType.Person && name.Length > WordTokens && IsArticleWord(name.End - WordTokens)) known.Add(Word(name.End - WordTokens));
        }

        if (known.Count == 0) return;
        for (var i = 0; i < names.Count; i++)
        {
            // A lone "Al-Roth" looks like a place.
            if (names[i].Length == WordTokens && IsArticleWord(names[i].First) && known.Contains(Word(names[i].First))) names[i] = names[i] with { Type = NameType.Person };
        }

        foreach (var i in articles)
        {
            if (!taken[i] && !taken[i + 2] && known.Contains(Word(i))) names.Add(new NameSpan(i, i + WordTokens, NameType.Person));
        }

        names.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private string Word(int article) => text.Text[text.Tokens[article].Start..text.Tokens[article + 2].End];
}
