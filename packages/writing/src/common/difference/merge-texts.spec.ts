import { describe, expect, it } from 'vitest';
import { mergeTexts } from './merge-texts';

const base = 'A new card costs 25. It comes within five days.\n\nCall us at once.';

describe('merging a suggestion into a text that was written on', () => {
    it('keeps what either of both has changed', () => {
        const mine = 'A new card costs 25. It comes within three days.\n\nCall us at once.\n\nThe app does it too.';
        expect(mergeTexts(base, mine, 'A new card costs 30. It comes within five days.\n\nCall us at once.', 'en')).toBe('A new card costs 30. It comes within three days.\n\nCall us at once.\n\nThe app does it too.');
        expect(mergeTexts('补办新卡收费25元。五天内寄到。', '补办新卡收费25元。三天内寄到。', '补办新卡收费30元。五天内寄到。', 'zh-Hans')).toBe('补办新卡收费30元。三天内寄到。');
    });

    it('takes what only one of both has changed, and what both have changed alike once', () => {
        expect([mergeTexts(base, base, 'Other', 'en'), mergeTexts(base, 'Other', base, 'en'), mergeTexts(base, 'Other', 'Other', 'en'), mergeTexts('', 'Mine', '', 'en')]).toEqual(['Other', 'Other', 'Other', 'Mine']);
        expect(mergeTexts('one two three four', 'one 2 three four five', 'one 2 three 4', 'en')).toBe(undefined);
        expect(mergeTexts('one two three four', 'one 2 three four', 'one 2 three 4', 'en')).toBe('one 2 three 4');
    });

    it.each([
        ['the same words', 'It costs 25.', 'It costs 30.', 'It costs 35.'], ['words side by side', 'a b c', 'a x c', 'a b y'], ['the same place', 'a c', 'a b c', 'a d c'],
        ['one takes away what the other rewrites', 'Call us. Then wait.', 'Call us.', 'Call us. Then wait an hour.'], ['all of it', 'One', 'Two', 'Three']
    ])('leaves the decision to a person where both change %s', (_, from, mine, theirs) => {
        expect([mergeTexts(from, mine, theirs, 'en'), mergeTexts(from, theirs, mine, 'en')]).toEqual([undefined, undefined]);
    });

    it('comes to the same whoever of both was first', () => {
        const [mine, theirs] = ['A card costs 25. It comes within five days.\n\nCall us.', 'A new card costs 25. It comes by mail within five days.\n\nCall us at once.'];
        expect(mergeTexts(base, mine, theirs, 'en')).toBe(mergeTexts(base, theirs, mine, 'en'));
    });
});
