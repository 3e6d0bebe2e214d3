namespace NewsIngest.Language.Model;

/// <summary>The language model is missing or broken. The message says how to make one.</summary>
public sealed class ModelException(string message, Exception? inner = null)
    : Exception($"{message} Train it with: dotnet run -c Release --project bench -- train --treebank PATH", inner);
