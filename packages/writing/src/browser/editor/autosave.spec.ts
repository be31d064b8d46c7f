import { describe, expect, it } from 'vitest';
import { Autosave, meaningOf, pauseMs } from './autosave';

/** A server that answers when it is told to, and a clock that runs when it is told to. */
function world() {
    const sent: { version: number; content: string; answer(version: number): void; fail(error: unknown): void }[] = [];
    let timer: { ms: number; run(): void } | undefined;
    const autosave = new Autosave({ content: '', version: 1, savedAt: 'a' }, {
        save: (version, content) => new Promise((resolve, reject) => sent.push({ version, content, answer: next => resolve({ version: next, savedAt: 'b' }), fail: reject })), meaning: meaningOf,
        after: (ms, run) => {
            const mine = timer = { ms, run };
            return () => { if (timer === mine) { timer = undefined; } };
        }
    });
    const settled = () => new Promise<void>(resolve => setImmediate(resolve));
    const tick = async () => {
        const due = timer;
        timer = undefined;
        due?.run();
        await settled();
    };
    return { autosave, sent, tick, settled, waitMs: () => timer?.ms, phase: () => autosave.state.get().phase };
}

describe('saving by itself', () => {
    it('sends the latest after a pause, once', async () => {
        const { autosave, sent, tick, settled, waitMs, phase } = world();
        autosave.edit('a');
        autosave.edit('ab');
        expect([phase(), waitMs(), sent.length]).toEqual(['waiting', pauseMs, 0]);
        await tick();
        expect([phase(), sent.map(each => each.content)]).toEqual(['sending', ['ab']]);
        sent[0]!.answer(2);
        await settled();
        expect(autosave.state.get()).toMatchObject({ phase: 'saved', version: 2, savedAt: 'b' });
    });

    it('sends what was written meanwhile afterwards, from the new version', async () => {
        const { autosave, sent, tick, settled, phase } = world();
        autosave.edit('a');
        await tick();
        autosave.edit('b');
        expect(phase()).toBe('sending');
        sent[0]!.answer(2);
        await settled();
        expect(phase()).toBe('waiting');
        await tick();
        expect(sent[1]).toMatchObject({ version: 2, content: 'b' });
    });

    it('goes on from where the server is, unless something is not sent yet', () => {
        const { autosave } = world();
        autosave.follow('approved', 3, 'c');
        expect(autosave.state.get()).toMatchObject({ phase: 'saved', version: 3, content: 'approved', savedAt: 'c' });
        autosave.follow('older', 2, 'b');
        autosave.edit('mine');
        autosave.follow('theirs', 4, 'd');
        expect(autosave.state.get()).toMatchObject({ phase: 'waiting', version: 3, content: 'mine' });
    });

    it('tries again, less and less often, while there is no answer', async () => {
        const { autosave, sent, tick, settled, waitMs, phase } = world();
        autosave.edit('a');
        await tick();
        const waits: (number | undefined)[] = [];
        for (let index = 0; index < 7; index++) {
            sent[index]!.fail({ code: 'CONNECTION' });
            await settled();
            waits.push(waitMs());
            await tick();
        }
        expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
        autosave.edit('b');
        sent[7]!.answer(2);
        await settled();
        expect(phase()).toBe('waiting');
    });

    it('asks the person when somebody else has saved, and then does what they say', async () => {
        const { autosave, sent, tick, settled, phase } = world();
        autosave.edit('mine');
        await tick();
        sent[0]!.fail({ code: 'CONFLICT', status: 409, data: { reason: 'changed-meanwhile' } });
        await settled();
        autosave.edit('mine, more');
        expect([phase(), sent.length]).toEqual(['conflict', 1]);
        autosave.takeOver(7);
        expect(sent[1]).toMatchObject({ version: 7, content: 'mine, more' });
        sent[1]!.answer(8);
        await settled();
        autosave.replace('theirs', 9, 'c');
        expect(autosave.state.get()).toMatchObject({ phase: 'saved', content: 'theirs', version: 9 });
    });

    it('settles with the version that holds everything, or says why not', async () => {
        const { autosave, sent, settled } = world();
        await expect(autosave.settle()).resolves.toBe(1);
        autosave.edit('a');
        const settling = autosave.settle();
        await settled();
        sent[0]!.answer(2);
        await expect(settling).resolves.toBe(2);
        autosave.edit('b');
        const failing = autosave.settle();
        await settled();
        sent[1]!.fail({ code: 'INVALID', status: 422 });
        await expect(failing).rejects.toMatchObject({ code: 'INVALID' });
    });

    it('sends what waits when the page goes', () => {
        const { autosave, sent } = world();
        autosave.edit('a');
        autosave.dispose();
        expect(sent.map(each => each.content)).toEqual(['a']);
    });
});

it.each([
    [{ code: 'CONNECTION' }, 'retrying'], [{ code: 'INTERNAL_SERVER_ERROR', status: 500 }, 'retrying'], [{ code: 'TOO_MANY_REQUESTS', status: 429 }, 'retrying'], [{ code: 'INVALID', status: 422 }, 'refused'], [{ code: 'BAD_REQUEST', status: 400 }, 'refused'],
    [{ code: 'CONFLICT', status: 409, data: { reason: 'not-a-draft' } }, 'over'], [{ code: 'NOT_FOUND', status: 404 }, 'over'], [undefined, 'retrying']
])('%j means %s', (error, meaning) => expect(meaningOf(error)).toBe(meaning));
