import lunr from 'lunr';

/** The stem of an English word by the stemmer of lunr's English pipeline: Porter 1980, An algorithm for suffix stripping. */
export const stem = (word: string): string => lunr.stemmer(new lunr.Token(word, {})).toString();

/** Whether the English pipeline leaves a word out. lunr's filter answers undefined for a stop word, unlike its declaration. */
export const isStopWord = (word: string): boolean => (lunr.stopWordFilter(new lunr.Token(word, {})) as lunr.Token | undefined) === undefined;
