using System.Collections.Frozen;

namespace NewsIngest.Parsing.Html;

/// <summary>What an element does to the text around it.</summary>
internal enum TagKind
{
    Block,
    Inline,
    Break,
    Ignored,
}

/// <summary>Sorts HTML elements by how they are shown.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = Make();

    /// <summary>How the element is shown; unknown elements are blocks, as custom elements mostly are.</summary>
    public static TagKind KindOf(string name) => Kinds.GetValueOrDefault(name, TagKind.Block);

    private static FrozenDictionary<string, TagKind> Make()
    {
        var kinds = new Dictionary<string, TagKind>(StringComparer.Ordinal) { ["br"] = TagKind.Break };
        foreach (var name in "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".Split(' ')) kinds[name] = TagKind.Inline;
        foreach (var name in "script style noscript template svg math iframe object embed applet canvas audio video source track img picture map area head title meta link base button select option optgroup input textarea progress meter datalist output rp rt noembed noframes".Split(' ')) kinds[name] = TagKind.Ignored;
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
