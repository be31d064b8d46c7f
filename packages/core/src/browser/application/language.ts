import { languages } from '../../common/access/session-contract';

export type Language = typeof languages[number];

/** The name of each language in itself: whoever got lost in a foreign one must be able to read their own. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-cn': '简体中文', 'zh-tw': '繁體中文' };

/** What the `lang` attribute says, so that the browser picks the right glyphs and voices. */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' };

const fromTag = (tag: string): Language | undefined => {
    const lower = tag.toLowerCase();
    if (lower === 'en' || lower.startsWith('en-')) {
        return 'en';
    }
    if (!/^zh(-|$)/.test(lower)) {
        return undefined;
    }
    return /-(hant|tw|hk|mo)(-|$)/.test(lower) && !/-hans(-|$)/.test(lower) ? 'zh-tw' : 'zh-cn';
};

/** The person's own choice, else the first language of the browser that we speak, else English. */
export function decideLanguage(chosen: Language | null | undefined, browserLanguages: readonly string[]): Language {
    return chosen ?? browserLanguages.map(fromTag).find(each => each !== undefined) ?? 'en';
}
