namespace NewsIngest.Entities.Coreference;

/// <summary>How well what is known of an entity fits a description.</summary>
internal enum Fit
{
    No,

    /// <summary>Nothing speaks against it.</summary>
    Fair,

    Good,
}
