namespace NewsIngest.Language;

/// <summary>A word or punctuation mark: UTF-16 offsets into the article text, end-exclusive; clitics ('s, n't, 'll) are tokens of their own.</summary>
public readonly record struct Token(int Start, int End, Upos Upos, PennTag Penn);

/// <summary>A sentence: token indexes, <paramref name="EndToken"/> exclusive, and the index of the block it stands in. A sentence never leaves its block.</summary>
public readonly record struct Sentence(int FirstToken, int EndToken, int Block);
