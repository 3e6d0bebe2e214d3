using NewsIngest.Language;

namespace NewsIngest.Claims.Reading;

/// <summary>A verb with its auxiliaries, negation and adverbs: tokens [First, End), the verb itself last but for nothing.</summary>
internal readonly record struct VerbGroup(int First, int Verb, bool Negated, bool Passive, bool Infinitive, bool Finite, bool Modal)
{
    public bool Gerund(ArticleReading reading) => !Finite && !Passive && reading.Tag(Verb) == PennTag.Vbg;

    public static VerbGroup Read(ArticleReading reading, int verb)
    {
        var floor = reading.SentenceAt(verb).FirstToken;
        var first = verb;
        bool negated = false, be = false, have = false, infinitive = false, modal = false;
        var finite = reading.Tag(verb) is PennTag.Vbd or PennTag.Vbp or PennTag.Vbz;
        for (var i = verb - 1; i >= floor; i--)
        {
            var tag = reading.Tag(i);
            var form = reading.Form(i);
            if (IsNegation(form))
            {
                negated = true;
            }
            else if (form is "neither" or "nor")
            {
                negated = true;
                break;
            }
            else if (tag.IsAdverb() || i > floor && form is "all" or "both" or "each" && reading.Token(i - 1).Upos == Upos.Aux)
            {
                continue;
            }
            else if (tag == PennTag.To)
            {
                infinitive = true;
                first = i;
                break;
            }
            else if (reading.Token(i).Upos == Upos.Aux || (tag.IsVerb() && IsAuxiliary(form)))
            {
                var isBe = IsBe(form);
                if (isBe && i == LastNonAdverb(reading, i, verb)) be = true;
                else if (IsHave(form)) have = form is not ("having" or "Having");
                modal |= tag == PennTag.Md;
                finite |= tag.IsFinite();
            }
            else if (reading.IsComma(i) && i - 2 > floor && reading.Tag(i - 1).IsAdverb() && reading.IsComma(i - 2) && reading.Token(i - 3).Upos == Upos.Aux)
            {
                i -= 2;
            }
            else
            {
                break;
            }

            first = i;
        }

        var participle = reading.Tag(verb) is PennTag.Vbn or PennTag.Vbd;
        return new VerbGroup(first, verb, negated, be && participle && reading.Tag(verb) != PennTag.Vbg, infinitive, finite || have && first < verb, modal);
    }

    private static int LastNonAdverb(ArticleReading reading, int from, int verb)
    {
        for (var i = verb - 1; i >= from; i--)
        {
            if (!reading.Tag(i).IsAdverb() && !IsNegation(reading.Form(i))) return i;
        }

        return -1;
    }

    public static bool IsNegation(ReadOnlySpan<char> form) =>
        form.Equals("not", StringComparison.OrdinalIgnoreCase) || form is "n't" or "n’t" || form.Equals("never", StringComparison.OrdinalIgnoreCase);

    private static bool IsAuxiliary(ReadOnlySpan<char> form) => IsBe(form) || IsHave(form) || form is "do" or "does" or "did" or "Did" or "Do" or "Does";

    public static bool IsBe(ReadOnlySpan<char> form) =>
        form is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "'s" or "’s" or "'re" or "’re" or "'m" or "’m" or "Is" or "Was" or "Are" or "get" or "got" or "gets" or "getting";

    private static bool IsHave(ReadOnlySpan<char> form) => form is "has" or "have" or "had" or "having" or "'ve" or "’ve" or "'d" or "’d" or "Having";
}
