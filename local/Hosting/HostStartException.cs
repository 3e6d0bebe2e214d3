namespace NewsIngest.Local.Hosting;

/// <summary>The functions or the settings ask for something that the development host does not do; the message names it.</summary>
internal sealed class HostStartException(string message) : Exception(message);
