import { describe, expect, it } from 'vitest';
import { decideLanguage } from './language';

describe('the language of the screens', () => {
    it('is what the person chose, whatever the browser says', () => {
        expect(decideLanguage('zh-tw', ['en-GB'])).toBe('zh-tw');
    });
    it.each([
        [['zh-CN', 'en'], 'zh-cn'], [['zh'], 'zh-cn'], [['zh-Hans-HK'], 'zh-cn'],
        [['zh-TW'], 'zh-tw'], [['zh-HK'], 'zh-tw'], [['zh-Hant'], 'zh-tw'], [['zh-Hant-CN'], 'zh-tw'],
        [['de-DE', 'zh-TW', 'en'], 'zh-tw'], [['en-US'], 'en'], [['fr'], 'en'], [[], 'en']
    ] as const)('follows the browser %j', (tags, expected) => {
        expect(decideLanguage(null, tags)).toBe(expected);
    });
});
