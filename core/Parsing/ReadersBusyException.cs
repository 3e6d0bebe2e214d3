namespace NewsIngest.Parsing;

/// <summary>This process has too many reads that do not end, and begins no more of their kind. Nothing is wrong with the file: another instance can read it, or this one later.</summary>
public sealed class ReadersBusyException(int reads) : Exception($"{reads} reads of this instance do not end: it reads no more files of such formats and is to be replaced");
