using NewsIngest.Language.Model;
using static NewsIngest.Language.Syntax.TransitionFeatures;

namespace NewsIngest.Language.Syntax;

/// <summary>The features by which the parser names the relation of an arc it is about to build.</summary>
internal static class RelationFeatures
{
    public const int Count = 36;

    public static void Extract(ParseState state, int head, int child, Span<uint> into)
    {
        var nodes = state.Nodes;
        var forms = state.Forms;
        ref readonly var h = ref nodes[head];
        ref readonly var c = ref nodes[child];
        var left = head > child ? 1u : 0u;
        uint hw = forms[head], cw = forms[child], hp = (h.Tag << 1) | left, cp = (c.Tag << 1) | left;
        ref readonly var cl = ref nodes[c.LeftChild];
        ref readonly var cl2 = ref nodes[c.LeftChild2];
        ref readonly var cr = ref nodes[c.RightChild];
        uint clw = forms[c.LeftChild], crw = forms[c.RightChild], hlw = forms[h.LeftChild], cl2w = forms[c.LeftChild2];
        var distance = left == 1 ? Distance(child, head) : Distance(head, child);
        uint beforeChild = forms[child - 1], beforeTag = nodes[child - 1].Tag;
        int after = Math.Min(child + 1, state.Root), afterHead = Math.Min(head + 1, state.Root);
        ref readonly var hl = ref nodes[h.LeftChild];
        ref readonly var hr = ref nodes[h.RightChild];
        var headSet = Fold(h.LeftRelations) ^ (Fold(h.RightRelations) * 31);
        var childSet = Fold(c.LeftRelations) ^ (Fold(c.RightRelations) * 31);
        var other = nodes[left == 1 ? state.Stack(1) : state.Buffer(0)].Tag;
        var quotes = (h.Quoted ? 2u : 0) | (c.Quoted ? 1u : 0);

        into[0] = Features.Key(200, hw, left);
        into[1] = Features.Key(201, cw, left);
        into[2] = Features.Key(202, hp);
        into[3] = Features.Key(203, cp);
        into[4] = Features.Key(204, hw, cw, left);
        into[5] = Features.Key(205, hp, cw);
        into[6] = Features.Key(206, hw, cp);
        into[7] = Features.Key(207, hp, c.Tag);
        into[8] = Features.Key(208, hp, c.Tag, distance);
        into[9] = Features.Key(209, cp, clw);
        into[10] = Features.Key(210, cp, crw);
        into[11] = Features.Key(211, cw, cl.Relation, left);
        into[12] = Features.Key(212, cp, cl.Relation, cl2.Relation);
        into[13] = Features.Key(213, hp, c.Tag, clw);
        into[14] = Features.Key(214, hw, c.Tag, clw);
        into[15] = Features.Key(215, hp, c.Tag, cl.Tag);
        into[16] = Features.Key(216, hp, c.Tag, cr.Tag);
        into[17] = Features.Key(217, hp, childSet, c.Tag);
        into[18] = Features.Key(218, hp, headSet, c.Tag);
        into[19] = Features.Key(219, hw, headSet, c.Tag);
        into[20] = Features.Key(220, cp, beforeChild);
        into[21] = Features.Key(221, hp, c.Tag, beforeTag);
        into[22] = Features.Key(222, cp, forms[after]);
        into[23] = Features.Key(223, hp, c.Tag, nodes[after].Tag);
        into[24] = Features.Key(224, hp, forms[afterHead], c.Tag);
        into[25] = Features.Key(225, hp, c.Tag, hl.Tag);
        into[26] = Features.Key(226, hp, c.Tag, Mix(hr.Relation, hl.Relation));
        into[27] = Features.Key(227, hp, c.Tag, other);
        into[28] = Features.Key(228, hp, c.Tag, quotes);
        into[29] = Features.Key(229, hw, c.Tag, quotes);
        into[30] = Features.Key(230, hw, hlw, c.Tag);
        into[31] = Features.Key(231, cp, clw, cl2w);
        into[32] = Features.Key(232, hw, childSet, c.Tag);
        into[33] = Features.Key(233, cw, childSet, left);
        into[34] = Features.Key(234, hp, c.Tag, Mix((uint)Math.Min(h.LeftCount, 4), (uint)Math.Min(h.RightCount, 4)));
        into[35] = Features.Key(235, cp, distance, hr.Tag);
    }

    private static uint Fold(ulong set) => (uint)(set ^ (set >> 29));
}
