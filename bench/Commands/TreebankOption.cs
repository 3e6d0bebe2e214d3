using System.CommandLine;

namespace NewsIngest.Bench.Commands;

internal static class TreebankOption
{
    public static Option<DirectoryInfo> Create() => new Option<DirectoryInfo>("--treebank")
    {
        Description = "Folder with GUM_*.conllu and en_ewt-ud-*.conllu",
        Required = true,
    }.AcceptExistingOnly();
}
