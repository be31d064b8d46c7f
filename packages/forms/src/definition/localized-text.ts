/**
 * One text in several languages. Keys are lower-case language tags (`en`, `zh-cn`, `zh-tw`, `fr`, `pt-br`, …).
 */
export type LocalizedText = Readonly<Record<string, string>>;

/** Readers of either Chinese script can read the other one better than they read English. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
    'zh': ['zh-cn', 'zh-tw'],
    'zh-hans': ['zh-cn', 'zh-tw'],
    'zh-sg': ['zh-cn', 'zh-tw'],
    'zh-cn': ['zh-tw'],
    'zh-hant': ['zh-tw', 'zh-cn'],
    'zh-hk': ['zh-tw', 'zh-cn'],
    'zh-mo': ['zh-tw', 'zh-cn'],
    'zh-tw': ['zh-cn']
};

/**
 * The text in `language`, or the best there is: the neighbouring script, the language without its region, English,
 * then any language at all. Blank texts are passed over. Returns '' when there is no text.
 */
export const localized = (text: LocalizedText, language: string): string => {
    const wanted = language.toLowerCase().replace(/_/g, '-');
    const related = Object.hasOwn(neighbours, wanted) ? neighbours[wanted] : [];
    const candidates = [wanted, ...related, wanted.split('-')[0], 'en', ...Object.keys(text)];
    const found = candidates.find(candidate => hasText(text, candidate));
    return found === undefined ? '' : text[found];
};

/** Whether there is a text in exactly this language that is more than blanks. */
export const hasText = (text: LocalizedText, language: string): boolean =>
    Object.hasOwn(text, language) && text[language].trim() !== '';
