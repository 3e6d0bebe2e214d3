namespace NewsIngest.Entities.Lexicon;

/// <summary>What the data files say a word or phrase can be. One form can have many classes.</summary>
[Flags]
internal enum WordClass : uint
{
    None = 0,
    GivenMale = 1,
    GivenFemale = 1 << 1,
    Surname = 1 << 2,
    Country = 1 << 3,
    Place = 1 << 4,
    Demonym = 1 << 5,
    Group = 1 << 6,
    Organization = 1 << 7,
    Thing = 1 << 8,
    Honorific = 1 << 9,
    RoleHead = 1 << 10,
    RoleModifier = 1 << 11,
    OrgSuffix = 1 << 12,
    OrgHead = 1 << 13,
    OrgModifier = 1 << 14,
    LocHead = 1 << 15,
    LocPrefix = 1 << 16,
    ThingHead = 1 << 17,
    TakesOf = 1 << 18,
    Calendar = 1 << 19,
    Office = 1 << 20,
    Kin = 1 << 21,
    OrgNominal = 1 << 22,
    PlaceNominal = 1 << 23,
    PersonNominal = 1 << 24,

    Given = GivenMale | GivenFemale,
    Name = Country | Place | Demonym | Group | Organization | Thing,
}
