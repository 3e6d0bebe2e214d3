using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsIngest.Articles;

namespace NewsIngest.Local.Commands;

/// <summary>JSON Lines as the commands read and write them: camelCase, text as it is rather than escaped.</summary>
[JsonSerializable(typeof(ExtractInput))]
[JsonSerializable(typeof(ExtractOutput))]
[JsonSerializable(typeof(Article))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    public static CommandJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
