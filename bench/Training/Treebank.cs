namespace NewsIngest.Bench.Training;

/// <summary>The treebank's documents split into what the shipped model learns from and what only measures it.</summary>
internal sealed record Treebank(IReadOnlyList<GoldSentence> Train, IReadOnlyList<GoldSentence> HeldOut)
{
    // The dev part of GUM (its splits.md), for the genres whose texts may be used.
    private static readonly HashSet<string> HeldOutDocuments =
    [
        "GUM_academic_exposure", "GUM_academic_librarians", "GUM_bio_byron", "GUM_bio_emperor", "GUM_conversation_grounded",
        "GUM_conversation_risk", "GUM_court_loan", "GUM_court_negligence", "GUM_interview_cyclone", "GUM_interview_gaming",
        "GUM_news_homeopathic", "GUM_news_iodine", "GUM_speech_impeachment", "GUM_speech_inauguration", "GUM_textbook_governments",
        "GUM_textbook_labor", "GUM_vlog_portland", "GUM_vlog_radiology", "GUM_voyage_athens", "GUM_voyage_coron", "en_ewt-ud-dev",
    ];

    public static Treebank Load(DirectoryInfo folder)
    {
        var files = folder.GetFiles("*.conllu").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new FileNotFoundException($"No .conllu file in {folder.FullName}");
        var sentences = files.SelectMany(ConlluReader.Read).ToList();
        return new Treebank(
            [.. sentences.Where(s => !HeldOutDocuments.Contains(s.Document))],
            [.. sentences.Where(s => HeldOutDocuments.Contains(s.Document))]);
    }
}
