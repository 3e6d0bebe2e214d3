using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsIngest.Articles;
using NewsIngest.Claims;
using NewsIngest.Entities;
using NewsIngest.Query;
using NewsIngest.Serialization;

namespace NewsIngest.Storage.Index;

/// <summary>What a row of the index holds: all that the lines of an answer show, so that no second read is needed.</summary>
internal sealed record IndexDocument
{
    public required ArticleLine Article { get; init; }

    /// <summary>The entities that the claims name.</summary>
    public IReadOnlyList<IndexedEntity> Entities { get; init; } = [];

    public IReadOnlyList<IndexedClaim> Claims { get; init; } = [];

    /// <summary>What tells copies of the article from others, see <see cref="CopyKeys"/>.</summary>
    public string? Signature { get; init; }

    /// <summary>In rows of an entity: the entity in full.</summary>
    public EntityInArticle? Entity { get; init; }

    /// <summary>In the rows that an entity is told from in full: what only that answer shows.</summary>
    public EntityProfile? Profile { get; init; }

    private const int Quality = 5;
    private const int Window = 18;

    /// <summary>What most rows unpack to, as a multiple of their size.</summary>
    private const int UsualRatio = 6;
    private const int MinBuffer = 4096;

    /// <summary>No row is larger: its claims and texts are bounded before they are packed.</summary>
    private const int MaxUnpacked = 64 * 1024 * 1024;

    /// <summary>JSON, compressed (RFC 7932).</summary>
    public byte[] Pack()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, IndexJson.Stored.IndexDocument);
        var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, target, out var written, Quality, Window)
                ? target[..written]
                : throw new InvalidOperationException("a document of the index could not be compressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(target);
        }
    }

    /// <summary>Without a stream: an answer unpacks up to thousands of rows.</summary>
    public static IndexDocument Unpack(byte[] data) => Unpack(data, IndexJson.Stored.IndexDocument);

    /// <summary>The same, of which only what <typeparamref name="T"/> has is read.</summary>
    public static T Unpack<T>(byte[] data, JsonTypeInfo<T> type)
        where T : class
    {
        for (var size = Math.Max(data.Length * UsualRatio, MinBuffer); ; size *= 2)
        {
            var target = ArrayPool<byte>.Shared.Rent(size);
            try
            {
                if (BrotliDecoder.TryDecompress(data, target, out var written))
                {
                    return JsonSerializer.Deserialize(target.AsSpan(0, written), type)
                        ?? throw new InvalidOperationException("a row of the index is empty");
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(target);
            }

            if (size > MaxUnpacked) throw new InvalidDataException("a row of the index cannot be unpacked");
        }
    }
}

/// <summary>An entity that claims refer to; <paramref name="Forms"/> are the folded names it is found by.</summary>
internal sealed record IndexedEntity(string Id, string Name, EntityType Type, string? Role, IReadOnlyList<string> Forms)
{
    public EntityLine ToLine() => new(Id, Name, Type, Role);
}

/// <summary>An entity as one article has it, without its mentions.</summary>
internal sealed record EntityInArticle(string Id, string Name, EntityType Type, IReadOnlyList<string> Aliases, IReadOnlyList<Role> Roles);

/// <summary>The passages of the entity's roles, in their order, and who else the article names most often.</summary>
internal sealed record EntityProfile(IReadOnlyList<string> RoleTexts, IReadOnlyList<NamedEntity> Others);

internal sealed record NamedEntity(string Id, string Name, EntityType Type);

/// <summary>A claim with its entities as ids into the document.</summary>
internal sealed record IndexedClaim
{
    public required string Id { get; init; }

    public string? Speaker { get; init; }

    public TextSpan? SpeakerSpan { get; init; }

    public Cue? Cue { get; init; }

    public required ClaimForm Form { get; init; }

    public required Modality Modality { get; init; }

    public bool Negated { get; init; }

    public required string Text { get; init; }

    public bool TextCut { get; init; }

    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The content in code points, where that differs.</summary>
    public IReadOnlyList<TextSpan>? ContentCodePoints { get; init; }

    /// <summary>What stands around each passage of the content.</summary>
    public IReadOnlyList<Surroundings> Around { get; init; } = [];

    public string? Addressee { get; init; }

    public ClaimTime? Time { get; init; }

    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public string? EmbeddedIn { get; init; }

    public required string RuleId { get; init; }
}
