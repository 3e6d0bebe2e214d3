using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Local.Hosting;

/// <summary>Finds the functions by their attributes, and refuses what the development host could not run as the real one does.</summary>
internal static partial class FunctionCatalog
{
    private const string WorkerNamespace = "Microsoft.Azure.Functions.Worker";

    /// <summary>The functions of an assembly, ordered by name.</summary>
    /// <exception cref="HostStartException">A function has no trigger or two, a trigger or parameter that cannot be bound, or a name that is taken.</exception>
    public static IReadOnlyList<FunctionDescriptor> Discover(Assembly assembly) => Discover(assembly.GetTypes());

    /// <inheritdoc cref="Discover(Assembly)"/>
    public static IReadOnlyList<FunctionDescriptor> Discover(IEnumerable<Type> types)
    {
        var found = types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))
            .Select(Describe)
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var twice = found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new HostStartException($"Two functions are called {twice.Key}.");
        foreach (var function in found) FunctionBinder.For(function);
        return found;
    }

    private static FunctionDescriptor Describe(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        if (!method.IsPublic || method.IsStatic || method.DeclaringType is not { IsVisible: true })
            throw new HostStartException($"Function {name}: the worker runs public instance methods of public classes only.");
        FunctionTrigger[] triggers = [.. method.GetParameters().SelectMany(WorkerAttributes).Select(found => Trigger(name, found.Parameter, found.Attribute))];
        if (triggers.Length != 1) throw new HostStartException($"Function {name} has {triggers.Length} triggers; it must have one.");
        if (triggers[0] is HttpFunctionTrigger && method.IsDefined(typeof(QueueOutputAttribute)))
            throw new HostStartException($"Function {name}: the development host sends no queue output of HTTP functions.");
        return new FunctionDescriptor(name, method, triggers[0], method.GetCustomAttribute<QueueOutputAttribute>()?.QueueName);
    }

    private static IEnumerable<(ParameterInfo Parameter, Attribute Attribute)> WorkerAttributes(ParameterInfo parameter) =>
        parameter.GetCustomAttributes()
            .Where(attribute => attribute.GetType().Namespace?.StartsWith(WorkerNamespace, StringComparison.Ordinal) == true)
            .Select(attribute => (parameter, attribute));

    private static FunctionTrigger Trigger(string function, ParameterInfo parameter, Attribute attribute) => attribute switch
    {
        HttpTriggerAttribute http => new HttpFunctionTrigger(
            http.Route ?? function,
            [.. http.Methods.Select(method => method.ToUpperInvariant())],
            http.AuthLevel is AuthorizationLevel.Anonymous or AuthorizationLevel.Function or AuthorizationLevel.Admin
                ? http.AuthLevel
                : throw new HostStartException($"Function {function}: the development host has no keys of level {http.AuthLevel}.")),
        BlobTriggerAttribute blob when BlobPath().Match(blob.BlobPath) is { Success: true } path =>
            new BlobFunctionTrigger(path.Groups[1].Value, path.Groups[2].Value, blob.Source),
        BlobTriggerAttribute blob => throw new HostStartException($"Function {function}: the blob path '{blob.BlobPath}' is not of the form container/{{name}}."),
        QueueTriggerAttribute queue => new QueueFunctionTrigger(queue.QueueName),
        TimerTriggerAttribute timer when TimerListener.Parse(timer.Schedule) is not null => new TimerFunctionTrigger(timer.Schedule),
        TimerTriggerAttribute timer => throw new HostStartException($"Function {function}: the schedule '{timer.Schedule}' is not one of six fields, seconds first."),
        _ => throw new HostStartException($"Function {function}: the development host does not know {attribute.GetType().Name} on parameter {parameter.Name}."),
    };

    [GeneratedRegex(@"^([a-z0-9](?:-?[a-z0-9])*)/\{(\w+)\}$", RegexOptions.CultureInvariant)]
    private static partial Regex BlobPath();
}
