using System.Reflection;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace NewsIngest.Local.Hosting;

/// <summary>Fills the parameters of a function. What it cannot fill stops the start, so a call never fails for that reason.</summary>
internal sealed class FunctionBinder
{
    /// <summary>As the worker reads queue messages when nothing else is configured.</summary>
    internal static readonly JsonSerializerOptions WorkerJson = new() { PropertyNameCaseInsensitive = true };

    private readonly Func<FunctionCall, CancellationToken, object?>[] parameters;

    private FunctionBinder(Func<FunctionCall, CancellationToken, object?>[] parameters) => this.parameters = parameters;

    /// <exception cref="HostStartException">A parameter cannot be bound; the message names it.</exception>
    public static FunctionBinder For(FunctionDescriptor function) => new([.. function.Method.GetParameters().Select(parameter =>
        Bind(function.Trigger, parameter) ?? throw new HostStartException(
            $"Function {function.Name}: the development host cannot bind parameter '{parameter.Name}' of type {parameter.ParameterType.Name}."))]);

    public object?[] Arguments(FunctionCall call, CancellationToken cancellationToken) =>
        [.. parameters.Select(parameter => parameter(call, cancellationToken))];

    private static Func<FunctionCall, CancellationToken, object?>? Bind(FunctionTrigger trigger, ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken)) return (_, cancellationToken) => cancellationToken;
        var isTrigger = parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
        return (trigger, isTrigger) switch
        {
            (HttpFunctionTrigger, true) when parameter.ParameterType == typeof(HttpRequest) => (call, _) => ((HttpFunctionCall)call).Context.Request,
            (HttpFunctionTrigger http, false) when parameter.ParameterType == typeof(string) && HasRouteValue(http.Route, parameter.Name!) =>
                (call, _) => ((HttpFunctionCall)call).Context.GetRouteValue(parameter.Name!)?.ToString(),
            (BlobFunctionTrigger, true) when parameter.ParameterType == typeof(BlobClient) => (call, _) => ((BlobFunctionCall)call).Blob,
            (BlobFunctionTrigger blob, false) when parameter.ParameterType == typeof(string) && parameter.Name == blob.NameParameter =>
                (call, _) => ((BlobFunctionCall)call).Blob.Name,
            (QueueFunctionTrigger, true) when parameter.ParameterType == typeof(string) => (call, _) => ((QueueFunctionCall)call).Message,
            (QueueFunctionTrigger, true) when parameter.ParameterType is { IsClass: true, IsAbstract: false } type && type != typeof(BinaryData) && !type.IsArray =>
                (call, _) => JsonSerializer.Deserialize(((QueueFunctionCall)call).Message, type, WorkerJson),
            (TimerFunctionTrigger, true) when parameter.ParameterType == typeof(TimerInfo) => (_, _) => new TimerInfo(),
            _ => null,
        };
    }

    private static bool HasRouteValue(string route, string name) =>
        TemplateParser.Parse(route).Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
}
