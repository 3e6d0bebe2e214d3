namespace NewsIngest.Entities.Lexicon;

internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
