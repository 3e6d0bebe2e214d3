using NewsIngest.Language.Model;

namespace NewsIngest.Language.Syntax;

/// <summary>The numbers by which the parser's network knows words and tags: those that training saw most, in that order.</summary>
internal sealed class ParserVocabulary
{
    /// <summary>Words that have a number of their own; the first three are no word, the root and any other word.</summary>
    public const int Words = 4096;
    public const int RootWord = 1;
    public const int OtherWord = 2;

    /// <summary>Tags that have a number of their own; the first three are no word, the root and any other tag.</summary>
    public const int Tags = 64;
    public const int RootTag = 1;
    public const int OtherTag = 2;

    private const int First = 3;
    private const int Slots = 4 * Words;
    private const int UposBits = 5;

    private readonly uint[] forms;
    private readonly ushort[] tagKeys;
    private readonly ulong[] table = new ulong[Slots];
    private readonly byte[] tags = new byte[1 << (UposBits + 6)];

    /// <param name="forms">Hashes of words, all different, at most <see cref="Words"/> less three.</param>
    /// <param name="tagKeys">Keys of tags (<see cref="KeyOf"/>), all different, at most <see cref="Tags"/> less three.</param>
    public ParserVocabulary(uint[] forms, ushort[] tagKeys)
    {
        if (forms.Length > Words - First || tagKeys.Length > Tags - First) throw new InvalidDataException("There are too many words or tags.");
        this.forms = forms;
        this.tagKeys = tagKeys;
        for (var i = 0; i < forms.Length; i++)
        {
            var slot = SlotOf(forms[i]);
            while (table[slot] != 0) slot = (slot + 1) % Slots;
            table[slot] = ((ulong)forms[i] << 32) | (uint)(i + First);
        }

        Array.Fill(tags, (byte)OtherTag);
        for (var i = 0; i < tagKeys.Length; i++) tags[tagKeys[i]] = (byte)(i + First);
    }

    /// <summary>One more than the highest number of a word.</summary>
    public int WordCount => forms.Length + First;

    public static ushort KeyOf(Token token) => (ushort)(((int)token.Penn << UposBits) | (int)token.Upos);

    public int TagOf(Token token) => tags[KeyOf(token)];

    public int WordOf(uint form)
    {
        for (var slot = SlotOf(form); ; slot = (slot + 1) % Slots)
        {
            var entry = table[slot];
            if (entry == 0) return OtherWord;
            if ((uint)(entry >> 32) == form) return (int)(uint)entry;
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(forms.Length);
        foreach (var form in forms) writer.Write(form);
        writer.Write(tagKeys.Length);
        foreach (var key in tagKeys) writer.Write(key);
    }

    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public static ParserVocabulary Read(ModelReader reader) => new(reader.ReadArray<uint>(reader.ReadInt32()), reader.ReadArray<ushort>(reader.ReadInt32()));

    private static int SlotOf(uint form) => (int)((form * 2654435769u) >> 18);
}
