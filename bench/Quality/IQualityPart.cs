namespace NewsIngest.Bench.Quality;

/// <summary>One thing that <c>bench quality</c> measures, on the data sets it finds.</summary>
internal interface IQualityPart
{
    /// <summary>Key of its results in the JSON.</summary>
    string Name { get; }

    /// <summary>Runs what is measured and prints its table; null when the folder holds none of its data sets.</summary>
    object? Run(QualityInput input);
}

/// <summary>What to measure on.</summary>
/// <param name="Data">Folder with quotes/, ner/ …</param>
/// <param name="Half">0 or 1: only the texts of even or odd index of a training set; null: no training set.</param>
/// <param name="Quiet">No tables: the results are printed as JSON.</param>
/// <param name="Gold">Folder with hand-made readings of articles; null: none.</param>
internal sealed record QualityInput(DirectoryInfo Data, int? Half, bool Quiet, DirectoryInfo? Gold);
