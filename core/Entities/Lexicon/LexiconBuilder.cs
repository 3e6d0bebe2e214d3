namespace NewsIngest.Entities.Lexicon;

/// <summary>Reads the data files into tables.</summary>
internal sealed class LexiconBuilder
{
    public WordClassTable Words { get; } = new();

    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    public FoldedTable<string> Demonyms { get; } = new();

    public Dictionary<string, string> Adjectives { get; } = new(StringComparer.Ordinal);

    public FoldedTable<string> Seats { get; } = new();

    public Dictionary<string, string> Organizations { get; } = new(StringComparer.Ordinal);

    public FoldedTable<Honorific> Honorifics { get; } = new();

    public void Build()
    {
        foreach (var row in EntityData.Rows("countries.tsv")) AddCountry(row);
        foreach (var row in EntityData.Rows("seats.txt")) AddSeat(row[0], row[1]);
        foreach (var (_, names) in EntityData.Keyed("places.txt"))
        {
            foreach (var name in names.Split(',', StringSplitOptions.TrimEntries)) Words.Add(name, WordClass.Place);
        }

        foreach (var (gender, names) in EntityData.Keyed("given-names.txt")) AddGiven(gender, names);
        foreach (var name in EntityData.Words("surnames.txt")) Words.Add(name, WordClass.Surname);
        foreach (var word in EntityData.Words("groups.txt")) Words.Add(word, WordClass.Group);
        foreach (var name in EntityData.Lines("events.txt")) Words.Add(name, WordClass.Thing);
        foreach (var name in EntityData.Lines("holidays.txt")) Words.Add(name, WordClass.Calendar);
        foreach (var word in EntityData.Words("calendar.txt")) Words.Add(word, WordClass.Calendar);
        foreach (var word in EntityData.Words("role-modifiers.txt")) Words.Add(word, WordClass.RoleModifier);
        AddRoleHeads();
        AddNominals();
        AddKindWords();
        foreach (var row in EntityData.Rows("organizations.tsv")) AddOrganization(row);
        foreach (var row in EntityData.Rows("honorifics.tsv")) AddHonorific(row);
    }

    private void AddCountry(string[] row)
    {
        var name = row[0];
        foreach (var form in EntityData.List(row, 1).Prepend(name))
        {
            Words.Add(form, WordClass.Country);
            Places.TryAdd(EntityLexicon.Key(form), name);
        }

        foreach (var demonym in EntityData.List(row, 2))
        {
            foreach (var form in Plurals(demonym))
            {
                Words.Add(form, WordClass.Demonym);
                Demonyms.TryAdd(form, name);
            }
        }

        if (EntityData.List(row, 2) is [var adjective, ..]) Adjectives.TryAdd(name, adjective);
        foreach (var seat in EntityData.List(row, 3)) AddSeat(seat, name);
    }

    private void AddSeat(string seat, string country)
    {
        Words.Add(seat, WordClass.Place);
        Seats.TryAdd(seat, country);
    }

    private static IEnumerable<string> Plurals(string demonym)
    {
        yield return demonym;
        var takesS = !demonym.EndsWith("ese", StringComparison.Ordinal) && !demonym.EndsWith('s') && !demonym.EndsWith("sh", StringComparison.Ordinal)
            && !demonym.EndsWith("ch", StringComparison.Ordinal) && !demonym.EndsWith("men", StringComparison.Ordinal) && demonym.Any(char.IsLower);
        if (takesS) yield return demonym + "s";
    }

    private void AddGiven(string gender, string names)
    {
        var classes = gender switch { "m" => WordClass.GivenMale, "f" => WordClass.GivenFemale, _ => WordClass.Given };
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Words.Add(name, classes);
    }

    private void AddRoleHeads()
    {
        foreach (var (kind, words) in EntityData.Keyed("role-heads.txt"))
        {
            var classes = WordClass.RoleHead | kind switch { "office" => WordClass.Office, "kin" => WordClass.Kin, _ => WordClass.None };
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Words.Add(word, classes);
        }
    }

    private void AddNominals()
    {
        foreach (var (kind, words) in EntityData.Keyed("role-nominals.txt"))
        {
            var classes = kind switch { "organization" => WordClass.OrgNominal, "place" => WordClass.PlaceNominal, _ => WordClass.PersonNominal };
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Words.Add(word, classes);
        }
    }

    private void AddKindWords()
    {
        foreach (var row in EntityData.Rows("organization-words.tsv"))
        {
            var classes = row[0] switch
            {
                "org-suffix" => WordClass.OrgSuffix,
                "org-head" => WordClass.OrgHead,
                "org-modifier" => WordClass.OrgModifier,
                "loc-head" => WordClass.LocHead,
                "loc-prefix" => WordClass.LocPrefix,
                "misc-head" => WordClass.ThingHead,
                "university-of" => WordClass.TakesOf,
                _ => throw new InvalidDataException($"organization-words.tsv: unknown kind {row[0]}"),
            };
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) Words.Add(word, classes);
        }
    }

    private void AddOrganization(string[] row)
    {
        foreach (var form in EntityData.List(row, 1).Prepend(row[0]))
        {
            Words.Add(form, WordClass.Organization);
            var key = EntityLexicon.Key(form);
            // A short form of two bodies names neither.
            if (!Organizations.TryAdd(key, row[0]) && Organizations[key] != row[0]) Organizations[key] = form;
        }
    }

    private void AddHonorific(string[] row)
    {
        Words.Add(row[0], WordClass.Honorific);
        var gender = row[1] switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown };
        Honorifics.TryAdd(row[0], new Honorific(gender, row.Length > 2 && row[2].Length > 0 ? row[2] : null));
    }
}
