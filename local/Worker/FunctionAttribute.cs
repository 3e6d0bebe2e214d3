namespace Microsoft.Azure.Functions.Worker;

/// <summary>Declares what the function classes use of the attribute of the same name in the worker's packages.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
