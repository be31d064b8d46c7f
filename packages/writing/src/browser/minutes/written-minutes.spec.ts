import { describe, expect, it } from 'vitest';
import { wholeMinutes, type WrittenMinutes } from './written-minutes';

const minutes: WrittenMinutes<null> = { heldOn: '2026-11-22', scope: 'All', participants: [{ id: 'p', name: 'Kai' }], findings: { gaps: ' Two are missing. ', old: 'x' }, actions: [{ text: ' Write them ', ownerId: 'k', dueOn: '2026-12-01' }], extra: null };

describe('minutes', () => {
    it('are whole with a day, every finding, and actions that say what, who and when', () => {
        expect(wholeMinutes(minutes, ['gaps'])).toEqual({ heldOn: '2026-11-22', scope: 'All', participantIds: ['p'], findings: { gaps: 'Two are missing.' }, actions: [{ text: 'Write them', ownerId: 'k', dueOn: '2026-12-01' }] });
        expect(wholeMinutes({ ...minutes, actions: [] }, ['gaps'])?.actions).toEqual([]);
    });

    it.each<[string, Partial<WrittenMinutes<null>>]>([
        ['a day', { heldOn: null }], ['a finding', { findings: { gaps: '  ' } }], ['who', { actions: [{ text: 'Write', ownerId: null, dueOn: '2026-12-01' }] }], ['when', { actions: [{ text: 'Write', ownerId: 'k', dueOn: null }] }], ['what', { actions: [{ text: ' ', ownerId: 'k', dueOn: '2026-12-01' }] }]
    ])('are not without %s', (_, change) => expect(wholeMinutes({ ...minutes, ...change }, ['gaps'])).toBeUndefined());
});
