namespace NewsIngest.Local;

/// <summary>Something that must be there before the program can work is missing; the message says what to do about it.</summary>
public sealed class SetupException(string message, Exception? inner = null) : Exception(message, inner);
