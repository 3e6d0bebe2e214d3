using System.Text;

namespace NewsIngest.Bench.Hostile;

/// <summary>A file made to harm: what kind of harm, the name it is dropped under, and its bytes.</summary>
internal sealed record HostileFile(string Kind, string Name, byte[] Content)
{
    public HostileFile(string kind, string name, string text)
        : this(kind, name, Encoding.UTF8.GetBytes(text))
    {
    }

    public override string ToString() => $"{Kind} ({Name}, {Content.Length} bytes)";
}
