namespace NewsIngest.Bench.Quality;

/// <summary>What peers reach, measured with the same scorer on PolNeAR's test part.</summary>
internal static class Baselines
{
    public static readonly string[][] Quotes =
    [
        ["text in quote marks", "18.4", "35.6 / 72.1", "–", "–", "–", "0", "–"],
        ["marks + nearest said-verb and name", "26.2", "37.4 / 79.8", "27.6", "–", "69.9", "0", "–"],
        ["Guardian/JournalismAI patterns", "16.1", "20.8 / 51.4", "20.1", "–", "92.8", "0", "–"],
        ["compromise (npm)", "16.4", "32.9 / 68.5", "11.9", "–", "32.9", "0.7", "–"],
        ["people against each other", "68.9", "81.8 / 96.0", "77.0", "–", "94.8", "76.0", "–"],
    ];

    public static readonly string[][] Names =
    [
        ["compromise (npm), CoNLL++ 2020 / worldwide / CrossNER politics", "40.2 / 44.1 / 35.4", "–", "–", "–", "–", "–"],
        ["wink-nlp, runs of proper nouns, same sets", "–", "73.4 / 68.3 / 55.1", "–", "–", "–", "–"],
    ];
}
