using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Functions.Http;

/// <summary>An HTTP function as its attributes declare it. <paramref name="Template"/> comes after <see cref="ApiRoutes.Prefix"/> and a slash.</summary>
internal sealed record ApiRoute(string Function, Type Class, string Template, IReadOnlyList<string> Methods, AuthorizationLevel Level)
{
    private readonly TemplateMatcher matcher = new(TemplateParser.Parse(Template), []);

    public bool Matches(PathString path) => matcher.TryMatch(path, []);
}

/// <summary>The routes of this app, read off the functions, so that nothing else has to list them.</summary>
internal static class ApiRoutes
{
    /// <summary>As host.json has it.</summary>
    public const string Prefix = "/api";

    /// <summary>Route of the function that takes what no other takes.</summary>
    public const string Anything = "{*path}";

    private const string Options = "OPTIONS";

    /// <summary>All but the one that takes the rest, ordered by route.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        .. typeof(ApiRoutes).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(Route)
            .OfType<ApiRoute>()
            .Where(route => route.Template != Anything)
            .OrderBy(route => route.Template, StringComparer.Ordinal)
            .ThenBy(route => route.Function, StringComparer.Ordinal),
    ];

    /// <summary>The methods that functions take at a path, as the header Allow lists them; null when there is no such path.</summary>
    public static string? Allowed(PathString path)
    {
        if (!path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var rest)) return null;
        var methods = All.Where(route => route.Matches(rest)).SelectMany(route => route.Methods).Distinct(StringComparer.Ordinal).ToList();
        return methods.Count == 0 ? null : string.Join(", ", methods.Append(Options));
    }

    private static ApiRoute? Route(MethodInfo method)
    {
        var trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(attribute => attribute is not null);
        return method.GetCustomAttribute<FunctionAttribute>() is { } function && trigger is { Route: { } route }
            ? new ApiRoute(function.Name, method.DeclaringType!, route, [.. (trigger.Methods ?? []).Select(name => name.ToUpperInvariant())], trigger.AuthLevel)
            : null;
    }
}
