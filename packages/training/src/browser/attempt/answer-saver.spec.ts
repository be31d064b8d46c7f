import { beforeEach, describe, expect, it } from 'vitest';
import { AnswerSaver, type PendingAnswer } from './answer-saver';
import { ServerClock } from './server-clock';

const text = (value: string) => ({ kind: 'short', text: value }) as const;
const given = (place: number, value: string, version: number, client: string | null = null) => ({ place, answer: text(value), flagged: false, version, savedAt: '2026-11-20T10:00:00.000Z', client });

/** A server that can lose replies, or not be there. */
class Server {
    readonly stored = new Map<number, { value: PendingAnswer; version: number }>();
    readonly requests: PendingAnswer[] = [];
    refuses: string | undefined;
    mood: 'well' | 'away' | 'loses-replies' | 'over' = 'well';

    save(pending: PendingAnswer): Promise<{ version: number; savedAt: string }> {
        this.requests.push(pending);
        if (this.refuses !== undefined && JSON.stringify(pending.answer).includes(this.refuses)) {
            return Promise.reject(new Error('refused'));
        }
        if (this.mood === 'away' || this.mood === 'over') {
            return Promise.reject(new Error(this.mood));
        }
        const before = this.stored.get(pending.place);
        const version = before?.value.sequence === pending.sequence && before.value.client === pending.client ? before.version : (before?.version ?? 0) + 1;
        this.stored.set(pending.place, { value: pending, version });
        return this.mood === 'well' ? Promise.resolve({ version, savedAt: '2026-11-20T10:00:01.000Z' }) : Promise.reject(new Error('lost'));
    }
}

let server: Server;
let kept: readonly PendingAnswer[];
let timers: { run: () => void; off: boolean }[];
const saver = (answers = [given(0, 'first', 1)], before: readonly PendingAnswer[] = []): AnswerSaver => new AnswerSaver(answers, before, {
    client: 'this', save: pending => server.save(pending), meaning: error => ((error as Error).message === 'over' || (error as Error).message === 'refused') ? (error as Error).message as 'over' | 'refused' : 'retrying',
    after: (_, run) => { const timer = { run, off: false }; timers.push(timer); return () => { timer.off = true; }; }, keep: pending => { kept = pending; }
});
const tick = async (): Promise<void> => {
    timers.splice(0).filter(each => !each.off).forEach(each => each.run());
    for (let turn = 0; turn < 10; turn++) { await Promise.resolve(); }
};
beforeEach(() => { server = new Server(); kept = []; timers = []; });

describe('answers', () => {
    it('are sent when one rests, the last of each question', async () => {
        const one = saver();
        one.change(0, { answer: text('a') });
        one.change(0, { answer: text('ab') });
        one.change(1, { answer: text('c'), flagged: true });
        expect(one.state.get().phase).toBe('waiting');
        await tick();
        await tick();
        expect(server.requests.map(each => [each.place, each.answer])).toEqual([[0, text('ab')], [1, text('c')]]);
        expect(one.state.get()).toMatchObject({ phase: 'saved' });
        expect(kept).toEqual([]);
    });
    it('that are refused keep no others from going out, and are tried again when they are changed', async () => {
        server.refuses = 'bad';
        const one = saver();
        one.change(0, { answer: text('bad') });
        one.change(1, { answer: text('good') });
        await tick();
        await tick();
        expect(server.stored.get(1)?.value.answer).toEqual(text('good'));
        expect(one.state.get()).toMatchObject({ phase: 'refused', error: new Error('refused') });
        expect(kept.map(each => each.place)).toEqual([0]);
        await expect(one.settle()).rejects.toThrow('refused');
        one.change(0, { answer: text('better') });
        await tick();
        expect(one.state.get()).toMatchObject({ phase: 'saved', error: undefined });
        expect(kept).toEqual([]);
    });
    it('that were changed while they travelled are sent once more', async () => {
        const one = saver();
        one.change(0, { answer: text('a') });
        timers.splice(0).forEach(each => each.run());
        one.change(0, { answer: text('b') });
        await tick();
        await tick();
        expect(server.stored.get(0)!.value.answer).toEqual(text('b'));
        expect(one.state.get().phase).toBe('saved');
    });
    it('whose reply was lost are repeated word by word, and count once', async () => {
        const one = saver([]);
        server.mood = 'loses-replies';
        one.change(0, { answer: text('a') });
        await tick();
        expect(one.state.get().phase).toBe('retrying');
        server.mood = 'well';
        await tick();
        expect(server.requests[0]).toEqual(server.requests[1]);
        expect(server.stored.get(0)!.version).toBe(1);
        expect(one.state.get()).toMatchObject({ phase: 'saved' });
    });
    it('outlive the window, and do not undo what was answered elsewhere since', async () => {
        const one = saver();
        server.mood = 'away';
        one.change(0, { answer: text('offline') });
        one.change(1, { answer: text('other') });
        await tick();
        server.mood = 'well';
        const next = saver([given(0, 'first', 1), given(1, 'elsewhere', 1)], kept);
        expect(next.state.get().answers.get(0)!.answer).toEqual(text('offline'));
        expect(next.state.get().answers.get(1)!.answer).toEqual(text('elsewhere'));
        await tick();
        expect(server.stored.get(0)!.value).toMatchObject({ client: 'this', answer: text('offline') });
        expect(server.stored.has(1)).toBe(false);
    });
    it('that were changed after a reply was lost outlive a crash, and a second one', async () => {
        const one = saver([]);
        server.mood = 'loses-replies';
        one.change(0, { answer: text('first') });
        await tick();
        one.change(0, { answer: text('second') });
        const next = saver([given(0, 'first', 1, 'this')], kept);
        expect(next.state.get().answers.get(0)!.answer).toEqual(text('second'));
        next.change(0, { answer: text('third') });
        expect(saver([given(0, 'first', 1, 'this')], kept).state.get().answers.get(0)!.answer).toEqual(text('third'));
        expect(saver([given(0, 'elsewhere', 2, 'other')], kept).state.get().answers.get(0)!.answer).toEqual(text('elsewhere'));
    });
    it('of another window are taken over where nothing is being answered here', () => {
        const one = saver([given(0, 'first', 1), given(1, 'first', 1)]);
        one.change(0, { answer: text('mine') });
        one.merge([given(0, 'theirs', 2), given(1, 'theirs', 2)]);
        expect([0, 1].map(place => one.state.get().answers.get(place)!.answer)).toEqual([text('mine'), text('theirs')]);
        one.merge([given(1, 'old', 1)]);
        expect(one.state.get().answers.get(1)!.answer).toEqual(text('theirs'));
    });
    it('are settled before one hands in, or it is said why not', async () => {
        const one = saver();
        one.change(0, { answer: text('a') });
        one.change(1, { answer: text('b') });
        const settled = one.settle();
        await tick();
        await tick();
        await settled;
        expect(server.stored.size).toBe(2);
        server.mood = 'away';
        one.change(0, { answer: text('c') });
        await expect(one.settle()).rejects.toThrow('away');
    });
    it('are not taken any more when it is over', async () => {
        const one = saver();
        server.mood = 'over';
        one.change(0, { answer: text('a') });
        await tick();
        expect(one.state.get().phase).toBe('over');
        one.change(0, { answer: text('b') });
        expect(one.state.get().answers.get(0)!.answer).toEqual(text('a'));
    });
});

describe('the server’s clock', () => {
    it('does not heed the clock of the computer, and is put right after a sleep', () => {
        let monotonic = 5000;
        const clock = new ServerClock(() => monotonic);
        clock.heard('2026-11-20T10:00:00.000Z');
        monotonic += 60_000;
        expect(clock.left('2026-11-20T10:05:00.000Z')).toBe(240_000);
        // the lid was closed for three minutes, in which that clock stood still
        clock.heard('2026-11-20T10:04:00.000Z');
        expect(clock.left('2026-11-20T10:05:00.000Z')).toBe(60_000);
        expect(clock.left('2026-11-20T10:00:00.000Z')).toBe(0);
        expect(clock.left(null)).toBeNull();
    });
});
