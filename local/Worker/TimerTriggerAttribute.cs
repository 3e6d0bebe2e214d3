namespace Microsoft.Azure.Functions.Worker;

/// <summary>Declares what the function classes use of the attribute of the same name in the worker's packages.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;
}

/// <summary>What a timer hands to a function; declared like the attribute, without what no function reads.</summary>
public sealed class TimerInfo;
