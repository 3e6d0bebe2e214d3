using System.Globalization;

namespace NewsIngest.Bench.Generation;

/// <summary>
/// Writes stories of invented people in invented towns: direct quotes before and after their source, split quotes, indirect claims, pronouns,
/// and sentences that claim nothing. The same random numbers give the same story.
/// </summary>
internal sealed class StoryWriter(Random random)
{
    private static readonly string[] First = ["Anna", "Boris", "Clara", "David", "Elena", "Farid", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Leon", "Maria", "Nils", "Olga", "Peter"];
    private static readonly string[] Last = ["Aldous", "Berger", "Castell", "Dornan", "Engel", "Fontana", "Gerlach", "Hollis", "Ivarsen", "Jurado", "Kessler", "Lindqvist", "Moreau", "Novak", "Okafor", "Petrides"];
    private static readonly string[] Towns = ["Halverton", "Norrvik", "Castell Bay", "Lindhaven", "Port Merrow", "Oakfield", "Sandholm", "Westerby"];
    private static readonly string[] Roles = ["harbour master", "mayor", "union leader", "finance minister", "police chief", "head teacher", "chief engineer", "spokesman"];
    private static readonly string[] Things = ["bridge", "ferry line", "new school", "water plant", "railway station", "winter market", "sea wall", "town hall"];
    private static readonly string[] Verbs = ["said", "told reporters", "warned", "insisted", "added", "announced"];
    private static readonly string[] States = ["will open in May", "cannot be repaired this year", "costs too much", "is safe", "must be closed at once", "belongs to the people who live here", "was never inspected", "needs another vote"];
    private static readonly string[] Filler = ["The council meets again next week.", "Work on the site began two years ago.", "About 300 people live nearby.", "It rained for most of the day.", "A second report is due in autumn."];

    /// <param name="key">Names the story; part of its title, so that no two stories are the same.</param>
    /// <param name="paragraphs">How many paragraphs, each of some 150 characters.</param>
    public NewsStory Write(string key, int paragraphs)
    {
        var town = Pick(Towns);
        var thing = Pick(Things);
        var people = Enumerable.Range(0, 2).Select(_ => (Name: $"{Pick(First)} {Pick(Last)}", Role: Pick(Roles))).ToArray();
        var text = Enumerable.Range(0, paragraphs).Select(i => Paragraph(i, people[i % 2].Name, people[i % 2].Role, thing, town)).ToList();
        return new NewsStory(
            key,
            string.Create(CultureInfo.InvariantCulture, $"{town} argues about its {thing} ({key})"),
            $"{Pick(First)} {Pick(Last)}",
            new DateOnly(2024, 1, 1).AddDays(random.Next(700)),
            town,
            text);
    }

    private string Paragraph(int number, string name, string role, string thing, string town)
    {
        var (verb, state, other, filler) = (Pick(Verbs), Pick(States), Pick(States), Pick(Filler));
        var surname = name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return random.Next(6) switch
        {
            0 => $"“The {thing} {state},” {role} {name} {verb}. {filler}",
            1 => $"The {thing} in {town} {state}, {role} {name} {verb} on Monday. {filler}",
            2 => $"“The {thing} {state},” {verb} {name}, the {role} of {town}, “and the old one {other}.”",
            3 => $"{name} said that the {thing} {state}. “It {other},” {surname} {verb}.",
            4 => $"According to {role} {name}, the {thing} {state}. {filler}",
            _ => number == 0 ? $"{filler} {name}, the {role}, {verb} the {thing} {state}." : $"{filler} {filler[..^1]}, and nobody in {town} was surprised.",
        };
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
