namespace NewsIngest.Analysis;

/// <summary>The evidence lock: an analysis holds something that the text does not.</summary>
public sealed class EvidenceException(string message) : Exception(message);
