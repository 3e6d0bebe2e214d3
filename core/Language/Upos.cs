namespace NewsIngest.Language;

/// <summary>Universal part-of-speech tags, see https://universaldependencies.org/u/pos/.</summary>
public enum Upos : byte
{
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}
