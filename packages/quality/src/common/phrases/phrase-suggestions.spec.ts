import type { FormDefinition, PhraseRule } from '@earshot/forms';
import type { ShownTurn } from '@earshot/media/lib/common/transcript/transcript-contract';
import { describe, expect, it } from 'vitest';
import { phraseSuggestions } from './phrase-suggestions';
import { spokenInMessages, spokenInTurns } from './spoken';

const formWith = (...rules: readonly PhraseRule[]): FormDefinition => ({
    title: { en: 'Test' }, languages: ['en'], sections: [{ id: 'all', title: { en: 'All' }, questions: [
        { id: 'greeting', text: { en: 'Greeting' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: { class: 'none', effect: 'none' }, phrases: { rules, kept: true, broken: false } },
        { id: 'tone', text: { en: 'Tone' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: { class: 'none', effect: 'none' } }
    ] }]
});
/** A second for each word; `*` is hidden. */
const turn = (role: ShownTurn['role'], from: number, ...words: readonly string[]): ShownTurn => ({
    fromMs: from * 1000, toMs: (from + words.length) * 1000, role, speaker: null,
    words: words.map((text, place) => ({ text: text === '*' ? '' : text, fromMs: (from + place) * 1000, toMs: (from + place + 1) * 1000, ...text === '*' ? { hidden: true as const } : {} }))
});
const chinese = (role: ShownTurn['role'], from: number, text: string) => turn(role, from, ...text);
const required = (wordings: readonly string[], more: Partial<PhraseRule> = {}): PhraseRule => ({ demand: 'required', wordings, speaker: 'agent', ...more });
const suggested = (turns: readonly ShownTurn[], ...rules: readonly PhraseRule[]) => phraseSuggestions(spokenInTurns(turns), formWith(...rules));

describe('phrases that must be said', () => {
    it('are found in either script, whatever the punctuation, with their place', () => {
        const said = [chinese('agent', 0, '您好,很高兴为您服务。'), chinese('customer', 20, '你好')];
        expect(suggested(said, required(['很高興 為您服務', '竭誠為您']))).toEqual([{ questionId: 'greeting', value: true, kept: true, missing: [], places: [{ rule: 0, fromMs: 3000, toMs: 10_000, quote: '很高兴为您服务' }] }]);
        expect(suggested(said, required(['感谢来电']))).toEqual([{ questionId: 'greeting', value: false, kept: false, missing: [0], places: [] }]);
    });
    it('are found in English whatever case and ending, over two turns of one speaker', () => {
        const said = [turn('agent', 0, 'Thank ', 'you '), turn('agent', 3, 'for ', 'Calling.')];
        expect(suggested(said, required(['thank you for calling']))[0]).toMatchObject({ kept: true, places: [{ fromMs: 0, toMs: 5000 }] });
    });
    it('are not pieced together over somebody else, or over what is hidden', () => {
        expect(suggested([chinese('agent', 0, '很高'), chinese('customer', 3, '嗯'), chinese('agent', 5, '兴')], required(['很高兴']))[0]!.kept).toBe(false);
        expect(suggested([turn('agent', 0, '很', '*', '高', '兴')], required(['很高兴']))[0]!.kept).toBe(false);
    });
    it('have to be said by whom, and where, the rule says', () => {
        const said = [chinese('customer', 0, '再见'), chinese('agent', 30, '感谢来电'), chinese('agent', 90, '请问还有什么')];
        expect(suggested(said, required(['再见']))[0]!.kept).toBe(false);
        expect(suggested(said, required(['再见'], { speaker: 'customer' }))[0]!.kept).toBe(true);
        const within = (part: 'first' | 'last', seconds: number) => suggested(said, required(['感谢来电'], { within: { part, seconds } }))[0]!.kept;
        // begins at 30 s of 96 s
        expect([within('first', 29), within('first', 30), within('last', 66), within('last', 65)]).toEqual([false, true, true, false]);
    });
    it('may have been said by anybody where nobody knows who speaks', () => {
        expect(suggested([chinese(null, 0, '感谢来电')], required(['感谢来电']))[0]!.kept).toBe(true);
    });
    it('suggest nothing where nothing of the speaker is known', () => {
        expect(suggested([chinese('customer', 0, '感谢来电')], required(['感谢来电']))).toEqual([]);
        expect(suggested([], required(['感谢来电']))).toEqual([]);
    });
});

describe('phrases that must not be said', () => {
    const forbidden: PhraseRule = { demand: 'forbidden', wordings: ['guaranteed return', '保证收益'], speaker: 'agent' };
    it('break the rule wherever they are said', () => {
        const said = [turn('agent', 0, 'Good ', 'morning.'), turn('agent', 4, 'A ', 'guaranteed ', 'return.')];
        expect(suggested(said, required(['good morning']), forbidden)).toEqual([{
            questionId: 'greeting', value: false, kept: false, missing: [], places: [{ rule: 0, fromMs: 0, toMs: 2000, quote: 'Good morning' }, { rule: 1, fromMs: 5000, toMs: 7000, quote: 'guaranteed return' }]
        }]);
        expect(suggested(said.slice(0, 1), required(['good morning']), forbidden)[0]).toMatchObject({ value: true, kept: true });
    });
    it('are looked for in messages, too', () => {
        const messages = [{ atMs: 0, author: 'agent' as const, name: null, text: '本产品保證收益！' }, { atMs: 9000, author: 'system' as const, name: null, text: '保证收益' }];
        expect(phraseSuggestions(spokenInMessages(messages), formWith(forbidden))[0]).toMatchObject({ value: false, places: [{ fromMs: 0, toMs: 0, quote: '保證收益' }] });
    });
});
