import lunr from 'lunr';

/** What lunr's English pipeline makes of a word. */
export interface EnglishWord {
    /** Porter 1980, An algorithm for suffix stripping */
    readonly stem: string;
    /** whether the pipeline leaves it out */
    readonly stopWord: boolean;
}

/** The words met last; the stemmer takes a microsecond, and a text repeats its words. */
const remembered = new Map<string, EnglishWord>();
const mostRemembered = 10_000;

export const englishWord = (word: string): EnglishWord => {
    const known = remembered.get(word);
    if (known) {
        return known;
    }
    // the filter answers undefined for a stop word, unlike its declaration
    const kept = lunr.stopWordFilter(new lunr.Token(word, {})) as lunr.Token | undefined;
    const read: EnglishWord = { stem: lunr.stemmer(new lunr.Token(word, {})).toString(), stopWord: kept === undefined };
    if (remembered.size >= mostRemembered) {
        remembered.clear();
    }
    remembered.set(word, read);
    return read;
};
