import { pinyin } from 'pinyin-pro';

/** Syllables without tones, ü as v, of a text of Han characters: one for each character. */
export const syllablesOf = (text: string): string[] => {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
    return syllables.map(each => each.toLowerCase());
};
