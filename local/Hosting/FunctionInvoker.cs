using System.Reflection;

namespace NewsIngest.Local.Hosting;

/// <summary>Runs functions: a scope and an instance for each call, and the time limit of host.json.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, HostJson hostJson, ILogger<FunctionInvoker> logger)
{
    /// <summary>Runs a function to its end.</summary>
    /// <returns>What it returned, null for void.</returns>
    /// <exception cref="Exception">Whatever the function threw, or <see cref="TimeoutException"/>.</exception>
    public async Task<object?> InvokeAsync(FunctionDescriptor function, FunctionBinder binder, FunctionCall call, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(hostJson.FunctionTimeout);
        try
        {
            var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
            var result = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, binder.Arguments(call, limit.Token), null);
            return await UnwrapAsync(result);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Function {function.Name} ran longer than functionTimeout ({hostJson.FunctionTimeout}).");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning("Function {Function} failed: {Reason}", function.Name, exception.Message);
            logger.LogDebug(exception, "Function {Function} failed", function.Name);
            throw;
        }
    }

    private static async Task<object?> UnwrapAsync(object? result)
    {
        switch (result)
        {
            case ValueTask valueTask:
                await valueTask;
                return null;
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<>.Result)) is { } property && property.PropertyType.Name != "VoidTaskResult" ? property.GetValue(task) : null;
            default:
                return result;
        }
    }
}
