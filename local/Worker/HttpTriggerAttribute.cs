namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Declares what the function classes use of the attribute of the same name in the worker's packages. The constructor without a
/// level is left out: there it means anonymous.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    public string[] Methods { get; } = methods;

    public string? Route { get; set; }
}

/// <summary>The key a caller needs.</summary>
internal enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
