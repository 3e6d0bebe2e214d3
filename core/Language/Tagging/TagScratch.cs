namespace NewsIngest.Language.Tagging;

/// <summary>Buffers of one tagging run, reused from sentence to sentence.</summary>
internal sealed class TagScratch
{
    public WordFeatures[] Words { get; private set; } = new WordFeatures[64];

    public TagDictionary.Entry[] Known { get; private set; } = new TagDictionary.Entry[64];

    public byte[] Tags { get; private set; } = new byte[64];

    public void Reserve(int count)
    {
        if (Tags.Length >= count) return;
        var size = Math.Max(count, Tags.Length * 2);
        Words = new WordFeatures[size];
        Known = new TagDictionary.Entry[size];
        Tags = new byte[size];
    }
}
