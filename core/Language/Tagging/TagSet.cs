using NewsIngest.Language.Model;

namespace NewsIngest.Language.Tagging;

/// <summary>The pairs of Penn and universal tag that the tagger chooses from, in the order of the model's classes.</summary>
internal sealed class TagSet((PennTag Penn, Upos Upos)[] tags)
{
    public int Count => tags.Length;

    public (PennTag Penn, Upos Upos) this[int index] => tags[index];

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)tags.Length);
        foreach (var (penn, upos) in tags)
        {
            writer.Write((byte)penn);
            writer.Write((byte)upos);
        }
    }

    public static TagSet Read(ModelReader reader)
    {
        var tags = new (PennTag, Upos)[reader.ReadByte()];
        for (var i = 0; i < tags.Length; i++) tags[i] = ((PennTag)reader.ReadByte(), (Upos)reader.ReadByte());
        return tags.Length is > 0 and <= TagSums.Width ? new TagSet(tags) : throw new InvalidDataException("The tag set is empty or too large.");
    }
}
