import { expect, it } from 'vitest';
import { shownLanguage } from './reading-language';

it('shows one of each in the language of reading, unless each is asked for', () => {
    expect([shownLanguage('zh-tw', {}), shownLanguage('own', { q: 'fee' }), shownLanguage('all', {})]).toEqual(['zh-tw', 'en', undefined]);
    expect([shownLanguage('own', { language: 'zh-cn' }), shownLanguage('en', { waiting: 'for-me' }), shownLanguage('en', { behind: true })]).toEqual([undefined, undefined, undefined]);
});
