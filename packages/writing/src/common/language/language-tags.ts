/** The languages that texts are written in, with their tags of BCP 47 as `lang` attributes and search want them, so that Chinese is shown in the right shapes of characters. */
export const languageTags: Readonly<Record<'zh-cn' | 'zh-tw' | 'en', string>> = { 'zh-cn': 'zh-Hans', 'zh-tw': 'zh-Hant', en: 'en' };
