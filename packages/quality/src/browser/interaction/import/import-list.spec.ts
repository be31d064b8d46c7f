import { describe, expect, it } from 'vitest';
import { countsOf, exchanged, faultsOf, type ImportCall, type ImportFile, isUnrecognised, joined, parted, withFields, withFieldsForAll, withFiles, withState } from './import-list';

const file = (name: string, size = 1): ImportFile => ({ name, size, lastModified: 0 });
const ids = () => { let count = 0; return () => `c${++count}`; };
const clock = () => '1970-01-01T08:00:00';
const listOf = (...names: string[]) => withFiles<ImportFile>([], names.map(each => file(each)), ids(), clock);
const names = (calls: readonly ImportCall<ImportFile>[]) => calls.map(each => each.files.map(one => one.name));

describe('files to import', () => {
    it('become calls, with what their names tell', () => {
        const [call] = listOf('20261118_140322_x.wav');
        expect(call!.fields).toMatchObject({ callId: '20261118_140322_x', startedAt: '2026-11-18T14:03:22', direction: 'inbound' });
        expect(listOf('x.wav')[0]!.fields.startedAt).toBe('1970-01-01T08:00:00');
    });
    it('are joined where their names say that they are the two sides of one call, the agent first', () => {
        const calls = listOf('A_customer.wav', 'B_agent.wav', 'A_agent.wav', 'C.wav');
        expect(names(calls)).toEqual([['A_agent.wav', 'A_customer.wav'], ['B_agent.wav'], ['C.wav']]);
        expect(calls.map(each => each.fields.callId)).toEqual(['A', 'B_agent', 'C']);
    });
    it('are taken for what their ending says, should they have no header', () => {
        expect(listOf('a.g722', 'b.wav', 'c.raw').map(each => each.fields.format)).toEqual(['g722', '', '']);
    });
    it('may be said to be something when the server does not recognise them', () => {
        const [call] = listOf('c.raw');
        const failed = (code: string) => ({ ...call!, state: { kind: 'failed', error: { code: 'INVALID', data: { problems: [{ path: 'file', code }] } } } as const });
        expect([call!, failed('audio.not-audio'), failed('audio.corrupt'), { ...call!, state: { kind: 'failed', error: new Error('x') } as const }].map(isUnrecognised)).toEqual([false, true, false, false]);
        expect(withFields([failed('audio.not-audio')], 'c1', { format: 'mulaw' })[0]).toMatchObject({ fields: { format: 'mulaw' }, state: { kind: 'editing' } });
    });
    it('are not added twice', () => {
        const once = listOf('a.wav', 'a.wav');
        expect(once).toHaveLength(1);
        expect(withFiles(once, [file('a.wav'), file('a.wav', 2)], ids(), clock)).toHaveLength(2);
    });
    it('can be joined, exchanged and parted by hand', () => {
        const calls = joined(listOf('one.wav', 'two.wav', 'three.wav'), 'c3', 'c1');
        expect(names(calls)).toEqual([['two.wav'], ['three.wav', 'one.wav']]);
        expect(names(exchanged(calls, 'c3'))).toEqual([['two.wav'], ['one.wav', 'three.wav']]);
        expect(names(parted(calls, 'c3', () => 'new', clock))).toEqual([['two.wav'], ['three.wav'], ['one.wav']]);
        expect(joined(calls, 'c3', 'c2')).toBe(calls);
        expect(joined(calls, 'c2', 'c2')).toBe(calls);
    });
    it('are changed alone or all at once; what is under way stays', () => {
        const calls = withState(listOf('a.wav', 'b.wav', 'c.wav'), 'c2', { kind: 'sending', share: 0.5 });
        expect(withFieldsForAll(calls, { queue: 'Billing' }).map(each => each.fields.queue)).toEqual(['Billing', '', 'Billing']);
        expect(withFields(calls, 'c2', { queue: 'x' })).toEqual(calls);
        const failed = withState(calls, 'c1', { kind: 'failed', error: {} });
        expect(withFields(failed, 'c1', { callId: 'mended' })[0]).toMatchObject({ fields: { callId: 'mended' }, state: { kind: 'editing' } });
    });
    it('say what is still missing', () => {
        const calls = withFields(withFields(listOf('a.wav', 'b.wav', 'c.wav'), 'c2', { callId: ' a ' }), 'c3', { callId: ' ', startedAt: '' });
        expect(calls.map(each => faultsOf(each, calls))).toEqual([['call-id-twice'], ['call-id-twice'], ['no-call-id', 'no-time']]);
    });
    it('are counted by what became of them', () => {
        const calls = withState(withState(listOf('a.wav', 'b.wav', 'c.wav'), 'c1', { kind: 'waiting' }), 'c2', { kind: 'known', reason: 'duplicate', interactionId: null });
        expect(countsOf(calls)).toEqual({ editing: 1, underWay: 1, done: 0, known: 1, failed: 0 });
    });
});
