namespace Microsoft.Azure.Functions.Worker;

/// <summary>Declares what the function classes use of the attribute of the same name in the worker's packages.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;
}

/// <summary>Declares what the function classes use of the attribute of the same name in the worker's packages.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QueueOutputAttribute(string queueName) : Attribute
{
    public string QueueName { get; } = queueName;
}
