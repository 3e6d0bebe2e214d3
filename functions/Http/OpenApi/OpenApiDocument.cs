using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using NewsIngest.Functions.Http.Formats;
using NewsIngest.Query;

namespace NewsIngest.Functions.Http.OpenApi;

/// <summary>
/// The <see href="https://spec.openapis.org/oas/v3.1.0.html">OpenAPI 3.1</see> description of this app: routes, methods and keys from the attributes
/// of the functions, parameters from the definitions that queries are read by, schemas from what the answers are written with.
/// </summary>
internal static class OpenApiDocument
{
    private const string Json = "application/json";
    private const string ProblemType = "application/problem+json";
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true };

    /// <exception cref="KeyNotFoundException">A function is not described in <see cref="Operations"/>.</exception>
    public static JsonObject Create()
    {
        var schemas = new JsonObject();
        var paths = new JsonObject();
        foreach (var route in ApiRoutes.All)
        {
            var template = TemplateParser.Parse(route.Template);
            var path = "/" + string.Join('/', template.Segments.Select(segment => string.Concat(segment.Parts.Select(part => part.IsParameter ? $"{{{part.Name}}}" : part.Text))));
            if (paths[path] is not JsonObject item) paths[path] = item = [];
            foreach (var method in route.Methods) item[method.ToLowerInvariant()] = Describe(route, template, method, schemas);
        }

        Reference(schemas, ApiJson.Default.Problem);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "NewsIngest",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version?.ToString(3),
                ["description"] = "Who said what, about whom, when, and on what evidence. Offsets are UTF-16 code units, end-exclusive.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = ApiRoutes.Prefix }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["header"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
                    ["parameter"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "code" },
                },
            },
        };
    }

    private static JsonObject Describe(ApiRoute route, RouteTemplate template, string method, JsonObject schemas)
    {
        var operation = Operations.All[route.Function];
        var parameters = new JsonArray([.. template.Parameters.Select(InPath), .. operation.Parameters.Select(InQuery)]);
        if (operation.IsList) parameters.Add(InQuery(new QueryParameter("format", "Instead of Accept.") { Values = [.. ListFormat.All.Select(format => format.Name)] }));
        var described = new JsonObject
        {
            ["operationId"] = method == "HEAD" ? route.Function + "Head" : route.Function,
            ["summary"] = operation.Summary,
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                [operation.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Success(operation, schemas),
                ["default"] = new JsonObject
                {
                    ["description"] = "What went wrong (RFC 9457)",
                    ["content"] = new JsonObject { [ProblemType] = new JsonObject { ["schema"] = Reference(schemas, ApiJson.Default.Problem) } },
                },
            },
        };
        if (operation.TakesFiles) described["requestBody"] = Files();
        described["security"] = route.Level == AuthorizationLevel.Anonymous ? [] : new JsonArray(new JsonObject { ["header"] = new JsonArray() }, new JsonObject { ["parameter"] = new JsonArray() });
        if (route.Level == AuthorizationLevel.Admin) described["description"] = "Asks for the master key.";
        return described;
    }

    private static JsonObject Success(Operation operation, JsonObject schemas)
    {
        var response = new JsonObject { ["description"] = operation.Summary };
        if (operation.Answer is null) return response;
        var schema = Reference(schemas, operation.Answer);
        if (operation.OtherAnswer is { } other) schema = new JsonObject { ["anyOf"] = new JsonArray(schema, Reference(schemas, other)) };
        var content = new JsonObject { [Json] = new JsonObject { ["schema"] = schema } };
        if (operation.IsList)
        {
            foreach (var format in ListFormat.All.Where(format => format != ListFormat.Json)) content[format.MediaType] = new JsonObject();
        }

        response["content"] = content;
        return response;
    }

    private static JsonObject InPath(TemplatePart part) => new()
    {
        ["name"] = part.Name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject InQuery(QueryParameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Bounds is null ? "string" : "integer" };
        if (parameter.Bounds is { } bounds) (schema["minimum"], schema["maximum"]) = (bounds.Least, bounds.Most);
        if (parameter.Values is { } values) schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        if (parameter.Several) schema = new JsonObject { ["type"] = "array", ["items"] = schema };
        var described = new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["description"] = parameter.Description, ["schema"] = schema };
        if (parameter.Several) (described["style"], described["explode"]) = ("form", false);
        if (parameter.Required) described["required"] = true;
        return described;
    }

    private static JsonObject Files() => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject
        {
            ["application/octet-stream"] = new JsonObject(),
            ["multipart/form-data"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["file"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" } },
                    },
                },
            },
        },
    };

    /// <summary>Puts the schema of a type among the components, once, and points at it.</summary>
    private static JsonObject Reference(JsonObject schemas, JsonTypeInfo type)
    {
        var name = type.Type is { IsGenericType: true } generic ? $"{generic.GetGenericArguments()[0].Name}List" : type.Type.Name;
        var place = $"#/components/schemas/{name}";
        if (schemas[name] is null) schemas[name] = Placed(type.GetJsonSchemaAsNode(Exporter), place);
        return new JsonObject { ["$ref"] = place };
    }

    /// <summary>A schema points at its own parts from its root, which is not the root of this document.</summary>
    private static JsonNode? Placed(JsonNode? node, string place)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Placed(item, place);
        }
        else if (node is JsonObject schema)
        {
            foreach (var (key, value) in schema.ToList())
            {
                if (key == "$ref") schema[key] = place + value!.GetValue<string>().TrimStart('#');
                else Placed(value, place);
            }
        }

        return node;
    }
}
