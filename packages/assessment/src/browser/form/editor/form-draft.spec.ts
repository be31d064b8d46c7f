import { type FormDefinition, emptyForm } from '@earshot/forms';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FormDraft } from './form-draft';

const titled = (title: string): FormDefinition => ({ ...emptyForm('en'), title: { en: title } });
let saves: { readonly title: string; readonly version: number; settle(version: number): void; refuse(error: unknown): void }[];
let draft: FormDraft;

beforeEach(() => {
    vi.useFakeTimers();
    saves = [];
    draft = new FormDraft({
        form: titled('start'), version: 7, now: () => Date.now(),
        save: (form, version) => new Promise((settle, refuse) => saves.push({ title: form.title.en!, version, settle, refuse }))
    });
});
afterEach(() => {
    draft.dispose();
    vi.useRealTimers();
});

const phase = () => draft.state.get().phase;
const title = () => draft.state.get().form.title.en;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a draft', () => {
    it('saves itself a moment after the last change, with the version that it got last', async () => {
        draft.change(titled('a'));
        await pass(500);
        draft.change(titled('b'));
        await pass(500);
        expect([saves.length, phase()]).toEqual([0, 'waiting']);
        await pass(300);
        expect([saves.map(each => [each.title, each.version]), phase()]).toEqual([[['b', 7]], 'saving']);
        saves[0]!.settle(8);
        await pass(0);
        expect(phase()).toBe('saved');
        draft.change(titled('c'));
        await pass(800);
        expect(saves[1]).toMatchObject({ title: 'c', version: 8 });
    });

    it('saves one at a time, and once more what changed meanwhile', async () => {
        draft.change(titled('a'));
        await pass(800);
        draft.change(titled('b'));
        await pass(5000);
        expect(saves).toHaveLength(1);
        saves[0]!.settle(8);
        await pass(0);
        expect(phase()).toBe('waiting');
        await pass(800);
        expect(saves[1]).toMatchObject({ title: 'b', version: 8 });
    });

    it('tries again when the server was not reached, not when it refused', async () => {
        draft.change(titled('a'));
        await pass(800);
        saves[0]!.refuse(new Error('offline'));
        await pass(0);
        expect(phase()).toBe('failed');
        await pass(5100);
        expect(saves).toHaveLength(2);
        saves[1]!.refuse(Object.assign(new Error(), { code: 'INVALID', status: 422 }));
        await pass(60_000);
        expect([saves.length, phase()]).toEqual([2, 'failed']);
        draft.change(titled('b'));
        await pass(800);
        expect(saves[2]).toMatchObject({ title: 'b', version: 7 });
    });

    it('stops when somebody else has saved', async () => {
        draft.change(titled('a'));
        await pass(800);
        saves[0]!.refuse(Object.assign(new Error('theirs'), { code: 'CONFLICT', status: 409 }));
        await pass(0);
        expect(phase()).toBe('overtaken');
        draft.change(titled('b'));
        await pass(60_000);
        expect([saves.length, phase(), title()]).toEqual([1, 'overtaken', 'b']);
        await expect(draft.flush()).rejects.toThrow('theirs');
    });

    it('is saved at once where somebody waits for it', async () => {
        expect(await draft.flush()).toBe(7);
        draft.change(titled('a'));
        const flushed = draft.flush();
        await pass(0);
        saves[0]!.settle(8);
        expect(await flushed).toBe(8);
        draft.change(titled('b'));
        await pass(800);
        draft.change(titled('c'));
        const again = draft.flush();
        saves[1]!.settle(9);
        await pass(0);
        expect(saves[2]).toMatchObject({ title: 'c', version: 9 });
        saves[2]!.settle(10);
        expect(await again).toBe(10);
        draft.change(titled('d'));
        const refused = draft.flush();
        const outcome = expect(refused).rejects.toThrow('no');
        await pass(0);
        saves[3]!.refuse(new Error('no'));
        await outcome;
    });

    it('takes back step by step, what is typed as one step, and forth again', async () => {
        draft.change(titled('a'), 'title');
        draft.change(titled('ab'), 'title');
        await pass(2000);
        draft.change(titled('abc'), 'title');
        draft.change({ ...titled('abc'), languages: ['en', 'zh-cn'] }, 'languages');
        draft.undo();
        expect([title(), draft.state.get().form.languages]).toEqual(['abc', ['en']]);
        draft.undo();
        expect(title()).toBe('ab');
        draft.undo();
        expect(title()).toBe('start');
        draft.undo();
        draft.redo();
        draft.redo();
        expect(title()).toBe('abc');
        draft.change(titled('other'));
        draft.redo();
        expect(title()).toBe('other');
    });
});
