using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>The features by which the parser chooses its next transition (after Zhang and Nivre 2011).</summary>
internal static class TransitionFeatures
{
    public const int Count = 72;

    public static void Extract(ParseState state, Span<uint> into)
    {
        var nodes = state.Nodes;
        var forms = state.Forms;
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2);
        int b0 = state.Buffer(0), b1 = state.Buffer(1), b2 = state.Buffer(2);
        ref readonly var ns0 = ref nodes[s0];
        ref readonly var ns1 = ref nodes[s1];
        ref readonly var nb0 = ref nodes[b0];
        uint s0w = forms[s0], s1w = forms[s1], b0w = forms[b0], b1w = forms[b1], b2w = forms[b2];
        uint s0p = ns0.Tag, s1p = ns1.Tag, s2p = nodes[s2].Tag, b0p = nb0.Tag, b1p = nodes[b1].Tag, b2p = nodes[b2].Tag, b3p = nodes[state.Buffer(3)].Tag;
        ref readonly var s0l = ref nodes[ns0.LeftChild];
        ref readonly var s0l2 = ref nodes[ns0.LeftChild2];
        ref readonly var s0r = ref nodes[ns0.RightChild];
        ref readonly var s0r2 = ref nodes[ns0.RightChild2];
        ref readonly var s1l = ref nodes[ns1.LeftChild];
        ref readonly var s1r = ref nodes[ns1.RightChild];
        ref readonly var b0l = ref nodes[nb0.LeftChild];
        ref readonly var b0l2 = ref nodes[nb0.LeftChild2];
        uint s0lw = forms[ns0.LeftChild], s0rw = forms[ns0.RightChild], s1lw = forms[ns1.LeftChild], s1rw = forms[ns1.RightChild], b0lw = forms[nb0.LeftChild];
        var distance = Distance(s0, b0);
        var stackDistance = Distance(s1, s0);
        var quotes = (ns1.Quoted ? 4u : 0) | (ns0.Quoted ? 2u : 0) | (nb0.Quoted ? 1u : 0);
        uint before = forms[b0 > 0 ? b0 - 1 : 0], beforeTag = nodes[b0 > 0 ? b0 - 1 : 0].Tag;
        var s0Set = (uint)(ns0.RightRelations ^ (ns0.RightRelations >> 32));
        var s0LeftSet = (uint)(ns0.LeftRelations ^ (ns0.LeftRelations >> 32));
        var s1Set = (uint)(ns1.RightRelations ^ (ns1.RightRelations >> 32));
        var b0Set = (uint)(nb0.LeftRelations ^ (nb0.LeftRelations >> 32));

        into[0] = Features.Key(100, s0w, s0p);
        into[1] = Features.Key(101, s0w);
        into[2] = Features.Key(102, s0p);
        into[3] = Features.Key(103, s1w, s1p);
        into[4] = Features.Key(104, s1w);
        into[5] = Features.Key(105, s1p);
        into[6] = Features.Key(106, b0w, b0p);
        into[7] = Features.Key(107, b0w);
        into[8] = Features.Key(108, b0p);
        into[9] = Features.Key(109, b1w, b1p);
        into[10] = Features.Key(110, b1w);
        into[11] = Features.Key(111, b1p);
        into[12] = Features.Key(112, b2w, b2p);
        into[13] = Features.Key(113, b2p);
        into[14] = Features.Key(114, s2p);

        into[15] = Features.Key(115, Mix(s0w, s0p), b0w, b0p);
        into[16] = Features.Key(116, s0w, b0w, b0p);
        into[17] = Features.Key(117, s0w, s0p, b0w);
        into[18] = Features.Key(118, s0w, s0p, b0p);
        into[19] = Features.Key(119, s0p, b0w, b0p);
        into[20] = Features.Key(120, s0w, b0w);
        into[21] = Features.Key(121, s0p, b0p);
        into[22] = Features.Key(122, b0p, b1p);
        into[23] = Features.Key(123, b0w, b1p);
        into[24] = Features.Key(124, s1w, s0w);
        into[25] = Features.Key(125, s1w, s0p);
        into[26] = Features.Key(126, s1p, s0w);
        into[27] = Features.Key(127, s1p, s0p);
        into[28] = Features.Key(128, Mix(s1w, s1p), s0w, s0p);
        into[29] = Features.Key(129, s1p, s0p, b0p);
        into[30] = Features.Key(130, s1w, s0p, b0p);
        into[31] = Features.Key(131, s1p, s0w, b0p);
        into[32] = Features.Key(132, s1p, s0p, b0w);
        into[33] = Features.Key(133, s0p, b0p, b1p);
        into[34] = Features.Key(134, s0w, b0p, b1p);
        into[35] = Features.Key(135, s0p, b0w, b1p);
        into[36] = Features.Key(136, Mix(s0p, b3p), b0p, Mix(b1p, b2p));
        into[37] = Features.Key(137, Mix(s2p, s1p), s0p, b0p);
        into[38] = Features.Key(138, b0p, b1p, b2p);

        into[39] = Features.Key(139, s0p, s0l.Tag, b0p);
        into[40] = Features.Key(140, s0p, s0r.Tag, b0p);
        into[41] = Features.Key(141, s0p, b0p, b0l.Tag);
        into[42] = Features.Key(142, s1p, s1r.Tag, s0p);
        into[43] = Features.Key(143, s1p, s1l.Tag, s0p);
        into[44] = Features.Key(144, s1p, s0p, s0l.Tag);
        into[45] = Features.Key(145, s1p, s0p, s0r.Tag);
        into[46] = Features.Key(146, s1p, s0p, s0lw);
        into[47] = Features.Key(147, s0p, s0rw, b0p);
        into[48] = Features.Key(148, s0w, s0l.Relation, s0r.Relation);
        into[49] = Features.Key(149, b0w, b0l.Relation, b0l2.Relation);
        into[50] = Features.Key(150, s1w, s1l.Relation, s1r.Relation);
        into[51] = Features.Key(151, Mix(s0p, s0l2.Tag), s0l.Tag, b0p);
        into[52] = Features.Key(152, Mix(s0p, s0r2.Tag), s0r.Tag, b0p);
        into[53] = Features.Key(153, Mix(b0p, b0l2.Tag), b0l.Tag, s0p);

        into[54] = Features.Key(154, s0p, Cap(ns0.LeftCount), Cap(ns0.RightCount));
        into[55] = Features.Key(155, s0w, Cap(ns0.LeftCount), Cap(ns0.RightCount));
        into[56] = Features.Key(156, b0w, Cap(nb0.LeftCount));
        into[57] = Features.Key(157, s1w, Cap(ns1.LeftCount), Cap(ns1.RightCount));
        into[58] = Features.Key(158, s0p, b0p, distance);
        into[59] = Features.Key(159, s0w, distance);
        into[60] = Features.Key(160, b0w, distance);
        into[61] = Features.Key(161, s1p, s0p, stackDistance);
        into[62] = Features.Key(162, s0p, s0Set, s0LeftSet);
        into[63] = Features.Key(163, s1p, s1Set, s0p);
        into[64] = Features.Key(164, b0p, b0Set, s0p);
        into[65] = Features.Key(165, s0w, s0Set, b0p);

        into[66] = Features.Key(166, quotes, s0p, b0p);
        into[67] = Features.Key(167, Mix(quotes, s1p), s0p, b0p);
        into[68] = Features.Key(168, before, beforeTag, Mix(s0p, b0p));
        into[69] = Features.Key(169, s1w, s1rw, s0w);
        into[70] = Features.Key(170, s0w, s0lw, b0p);
        into[71] = Features.Key(171, Mix(s1lw, s1p), b0lw, b0p);
    }

    internal static uint Mix(uint a, uint b) => (a * 2654435761u) ^ (b + 0x9E3779B9u + (a >> 7));

    internal static uint Distance(int left, int right) => (right - left) switch
    {
        <= 4 => (uint)(right - left),
        <= 6 => 5,
        <= 10 => 6,
        <= 20 => 7,
        _ => 8,
    };

    private static uint Cap(int count) => (uint)Math.Min(count, 5);
}
