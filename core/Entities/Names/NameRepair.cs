using NewsIngest.Entities.Names.Repair;

namespace NewsIngest.Entities.Names;

/// <summary>
/// Corrects what the tagger says word by word with what holds for a whole text: titles are cut off, known phrases are whole, a name seen
/// once is a name wherever it stands, and one name has one type unless the text is of two minds.
/// </summary>
internal static class NameRepair
{
    public static List<NameSpan> Apply(NameDocument document, List<NameSpan> names)
    {
        var sieve = new NameSieve(document);
        var edges = new NameEdges(document);
        var types = new NameTypes(document);
        var repaired = new List<NameSpan>(names.Count);
        foreach (var name in names)
        {
            if (sieve.CanBeName(name)) repaired.Add(sieve.Retype(name));
        }

        edges.Complete(repaired);
        edges.JoinInitials(repaired);
        edges.JoinParticles(repaired);
        edges.JoinHyphens(repaired);
        edges.SplitBodies(repaired);
        new BodyNames(document).Extend(repaired);
        new NameTitles(document).Split(repaired);
        new OpeningRoles(document).Split(repaired);
        repaired.RemoveAll(n => !sieve.IsName(n));
        types.TypeAcronyms(repaired);
        edges.SplitGroups(repaired);
        types.Vote(repaired);
        var taken = new NameRepeats(document).AddRepeats(repaired);
        new KnownNames(document, sieve).Add(repaired, taken);
        new PaperNames(document).Add(repaired, taken);
        new LooseNames(document).Add(repaired, taken);
        repaired.Sort((a, b) => a.First.CompareTo(b.First));
        edges.JoinParticles(repaired);
        new ArabicNames(document).Join(repaired);
        new LoneNames(document).Retype(repaired);
        for (var i = 0; i < repaired.Count; i++) repaired[i] = edges.CutTitles(edges.CutArticle(repaired[i]));
        return repaired;
    }
}
