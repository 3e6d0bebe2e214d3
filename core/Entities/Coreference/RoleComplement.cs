using NewsIngest.Entities.Lexicon;
using NewsIngest.Entities.Names;
using NewsIngest.Language;

namespace NewsIngest.Entities.Coreference;

/// <summary>
/// What stands after a role noun: "of Norway", "for the Norwegian government", "at the World Bank", "to the president", or more of the title
/// ("for trade"). Token indexes, ends exclusive.
/// </summary>
/// <param name="End">After the whole of it.</param>
/// <param name="OfFirst">First token of what it is a role in, article not counted, or -1.</param>
/// <param name="OfEnd">After that.</param>
/// <param name="TitleEnd">After what belongs to the title.</param>
internal readonly record struct RoleComplement(int End, int OfFirst, int OfEnd, int TitleEnd)
{
    private const int Longest = 6;

    public static RoleComplement Read(EntityText text, int head, int sentenceEnd)
    {
        var end = head + 1;
        var none = new RoleComplement(end, -1, -1, end);
        if (end + 1 >= sentenceEnd) return none;
        var isFor = text.Is(end, "for");
        var isTo = text.Is(end, "to") && text.Form(head) is "adviser" or "advisor" or "aide" or "ambassador" or "envoy" or "assistant" or "counsel" or "counsellor" or "secretary";
        if (!isFor && !isTo && !text.Is(end, "of") && !text.Is(end, "at") && !text.Is(end, "in")) return none;
        var at = end + 1;
        var isDefinite = text.Penn(at) is PennTag.Dt or PennTag.PrpPoss;
        if (isDefinite) at++;
        if (at >= sentenceEnd) return none;
        if (text.NameAt(at) >= 0)
        {
            var name = text.Names[text.NameAt(at)];
            if (name.Type == NameType.Person && !(isFor || isTo) && !text.IsPossessiveMark(name.End)) return none;
            var nameEnd = EndAfterName(text, name, sentenceEnd, isDefinite);
            return new RoleComplement(nameEnd, name.First, nameEnd, end);
        }

        if (!isFor && !isTo && !text.Is(end, "of")) return none;
        var last = EndOfNouns(text, at, sentenceEnd);
        if (last == at) return none;
        return isDefinite || isTo || isFor && RolePhraseReader.IsSpokesperson(text, head) ? new RoleComplement(last, at, last, end) : new RoleComplement(last, -1, -1, last);
    }

    /// <summary>"the Norwegian government", "Norway's defence ministry", "the Bergen police": the name is only the start.</summary>
    private static int EndAfterName(EntityText text, NameSpan name, int sentenceEnd, bool isDefinite)
    {
        var isPossessive = text.IsPossessiveMark(name.End);
        var isDemonym = name.Type == NameType.Other && text.Lexicon.PlaceOfDemonym(text.Surface(name.First, name.End)) is not null;
        var from = isPossessive ? name.End + 1 : name.End;
        if (isPossessive || isDemonym)
        {
            var end = from < sentenceEnd && text.NameAt(from) >= 0 ? text.Names[text.NameAt(from)].End : EndOfNouns(text, from, sentenceEnd);
            return end > from ? end : name.End;
        }

        var last = EndOfNouns(text, from, sentenceEnd);
        while (last > from && !text.Has(last - 1, WordClass.OrgNominal)) last--;
        return isDefinite && last > from ? last : name.End;
    }

    private static int EndOfNouns(EntityText text, int at, int sentenceEnd)
    {
        var last = at;
        while (last < sentenceEnd && last - at < Longest && text.NameAt(last) < 0 && !text.Has(last, WordClass.Calendar)
            && (text.Penn(last) is PennTag.Nn or PennTag.Nns or PennTag.Jj or PennTag.Jjs or PennTag.Nnp || last > at && text.IsPossessiveMark(last))) last++;
        return last > at && text.Penn(last - 1) is PennTag.Jj or PennTag.Jjs or PennTag.Pos ? NounBefore(text, at, last) : last;
    }

    private static int NounBefore(EntityText text, int first, int end)
    {
        while (end > first && text.Penn(end - 1) is not (PennTag.Nn or PennTag.Nns or PennTag.Nnp)) end--;
        return end;
    }
}
