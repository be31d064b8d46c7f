/** What one of several words finds now, by links. */
export interface WordFinds { readonly word: string; readonly links: readonly string[] }

/** What a word finds now, and what it would find besides if the words meant the same. */
export interface WordGain { readonly word: string; readonly now: number; readonly besides: number }

/** What words would find if they were synonyms. @param oneWay only the first would find what the others find */
export function gainsOf(words: readonly WordFinds[], oneWay: boolean): readonly WordGain[] {
    return words.map(({ word, links }, index) => {
        const others = new Set(oneWay && index > 0 ? [] : words.filter(each => each.word !== word).flatMap(each => each.links));
        return { word, now: links.length, besides: [...others].filter(each => !links.includes(each)).length };
    });
}

/** The entries that somebody wrote: one a line, or with commas of either script between them; each once. */
export const wordsOf = (text: string): readonly string[] => [...new Set(text.split(/[\n,，、;；]/).map(each => each.trim()).filter(Boolean))];
