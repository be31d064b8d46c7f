import { expect, it } from 'vitest';
import { localized } from './localized-text';

it.each([
    [{ en: 'e', 'zh-cn': '简', 'zh-tw': '繁' }, 'zh-tw', '繁'],
    [{ en: 'e', 'zh-cn': '简', 'zh-tw': '繁' }, 'zh-Hant', '繁'],
    [{ en: 'e', 'zh-cn': '简', 'zh-tw': '繁' }, 'zh', '简'],
    [{ en: 'e', 'zh-cn': '简' }, 'zh-tw', '简'],
    [{ en: 'e', 'zh-tw': '繁' }, 'zh_CN', '繁'],
    [{ en: 'e', 'zh-cn': ' ' }, 'zh-cn', 'e'],
    [{ en: 'e', pt: 'p' }, 'pt-BR', 'p'],
    [{ en: 'e', fr: 'f' }, 'de', 'e'],
    [{ en: '', fr: 'f' }, 'de', 'f'],
    [{ en: 'e' }, 'constructor', 'e'],
    [{}, 'en', '']
])('%j in %s: %s', (text, language, expected) => expect(localized(text, language)).toBe(expected));
