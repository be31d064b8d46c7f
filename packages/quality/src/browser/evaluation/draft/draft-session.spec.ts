import { describe, expect, it } from 'vitest';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { type DraftCopy, recoveredDraft } from './draft-copy';
import { failureOf } from './draft-failure';
import { type DraftPorts, DraftSession } from './draft-session';
import { isUnsaved, loadedDraft, longestMs, pauseMs, sameContent, type Theirs } from './draft-state';

const text = (value: string): FilledContent => ({ answers: { remark: { value } }, evidence: [] });
const changed = { code: 'CONFLICT', status: 409, data: { reason: 'changed-meanwhile' } };
const unreachable = { code: 'CONNECTION' };
/** Lets promises that are settled already take their course. */
const turns = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) { await Promise.resolve(); } };

/** A server with optimistic versions that recognises what it already has, a clock that is turned by hand, and a shelf. */
class World implements DraftPorts {
    time = 1_000_000;
    server: Theirs;
    readonly log: string[] = [];
    readonly told: number[] = [];
    copy: DraftCopy | undefined;
    /** What happens to the next requests: lost on the way there, or the answer lost on the way back. */
    trouble: ('request-lost' | 'answer-lost')[] = [];
    private timers: { at: number; run: () => void }[] = [];

    constructor(content = text('')) {
        this.server = { version: 1, content, open: true, savedAt: '2026-11-18T06:00:00.000Z' };
    }

    save = async (version: number, content: FilledContent) => this.receive('save', version, content, () => {
        this.server = { ...this.server, version: this.server.version + 1, content };
    });
    submit = async (version: number, content: FilledContent) => {
        await this.receive('submit', version, content, () => { this.server = { ...this.server, version: this.server.version + 1, content, open: false }; });
    };
    look = async () => {
        this.log.push('look');
        return this.server;
    };
    failureOf = failureOf;
    keep = (copy: DraftCopy) => { this.copy = copy; };
    forget = () => { this.copy = undefined; };
    tell = (version: number) => { this.told.push(version); };
    now = () => this.time;
    after = (ms: number, run: () => void) => {
        const timer = { at: this.time + ms, run };
        this.timers.push(timer);
        return () => { this.timers = this.timers.filter(each => each !== timer); };
    };

    async pass(ms: number): Promise<void> {
        const until = this.time + ms;
        for (;;) {
            await turns();
            const next = this.timers.filter(each => each.at <= until).sort((one, other) => one.at - other.at)[0];
            if (!next) {
                this.time = until;
                return;
            }
            this.timers = this.timers.filter(each => each !== next);
            this.time = next.at;
            next.run();
        }
    }

    private async receive(purpose: string, version: number, content: FilledContent, apply: () => void) {
        const trouble = this.trouble.shift();
        this.log.push(`${purpose} ${JSON.stringify(content.answers.remark?.value)} on ${version}`);
        if (trouble === 'request-lost') {
            throw unreachable;
        }
        if (!sameContent(this.server.content, content) || purpose === 'submit' && this.server.open) {
            if (version !== this.server.version || !this.server.open) {
                throw changed;
            }
            apply();
        }
        if (trouble === 'answer-lost') {
            throw unreachable;
        }
        return { version: this.server.version, savedAt: '2026-11-18T06:00:01.000Z' };
    }
}

const begin = (world = new World()) => ({ world, session: new DraftSession(loadedDraft(world.server, world.time), world) });

describe('a draft', () => {
    it('is saved within a second after the last change, once, and the copy here goes', async () => {
        const { world, session } = begin();
        session.edit(text('g'));
        await world.pass(300);
        session.edit(text('go'));
        await world.pass(300);
        expect(world.log).toEqual([]);
        expect(world.copy?.content).toEqual(text('go'));
        await world.pass(pauseMs);
        expect(world.log).toEqual(['save "go" on 1']);
        expect(pauseMs).toBeLessThanOrEqual(1000);
        expect(session.state.get()).toMatchObject({ phase: 'quiet', version: 2 });
        expect(world.copy).toBeUndefined();
        expect(world.told).toEqual([2]);
    });

    it('is saved every few seconds while somebody types on and on', async () => {
        const { world, session } = begin();
        for (let stroke = 1; stroke <= 50; stroke++) {
            session.edit(text('x'.repeat(stroke)));
            await world.pass(200);
        }
        expect(world.log.length).toBeGreaterThanOrEqual(2);
        expect(world.log.length).toBeLessThanOrEqual(1 + 10_000 / longestMs + 1);
    });

    it('does not wait when a field or the window is left, and sends one request at a time', async () => {
        const { world, session } = begin();
        session.edit(text('one'));
        session.handle({ type: 'flush' });
        session.edit(text('two'));
        session.handle({ type: 'flush' });
        expect(world.log).toEqual(['save "one" on 1']);
        await world.pass(0);
        expect(world.log).toEqual(['save "one" on 1', 'save "two" on 2']);
        expect(session.state.get()).toMatchObject({ phase: 'quiet', version: 3 });
    });

    it('tries again, later and later, and at once when the connection is back', async () => {
        const { world, session } = begin();
        world.trouble = ['request-lost', 'request-lost', 'request-lost'];
        session.edit(text('kept'));
        await world.pass(pauseMs);
        expect(session.state.get()).toMatchObject({ phase: 'retrying', attempts: 1 });
        expect(isUnsaved(session.state.get())).toBe(true);
        await world.pass(1000);
        await world.pass(1999);
        expect(world.log).toHaveLength(2);
        await world.pass(1);
        expect(world.log).toHaveLength(3);
        session.handle({ type: 'online' });
        await world.pass(0);
        expect(world.log).toHaveLength(4);
        expect(session.state.get()).toMatchObject({ phase: 'quiet', attempts: 0 });
    });

    it('sends the same again when an answer was lost, although more was written meanwhile: no conflict with itself', async () => {
        const { world, session } = begin();
        world.trouble = ['answer-lost'];
        session.edit(text('first'));
        await world.pass(pauseMs);
        session.edit(text('first and more'));
        await world.pass(10_000);
        expect(world.log).toEqual(['save "first" on 1', 'save "first" on 1', 'save "first and more" on 2']);
        expect(world.log).not.toContain('look');
        expect(session.state.get()).toMatchObject({ phase: 'quiet', version: 3 });
    });

    it('tells plainly when another tab saved something else; taking over saves this one', async () => {
        const { world, session } = begin();
        session.edit(text('mine'));
        world.server = { ...world.server, version: 7, content: text('theirs') };
        await world.pass(pauseMs);
        expect(session.state.get()).toMatchObject({ phase: 'conflict', theirs: { version: 7 } });
        session.edit(text('mine and more'));
        expect(world.copy?.content).toEqual(text('mine and more'));
        await world.pass(60_000);
        expect(world.server.content).toEqual(text('theirs'));
        session.handle({ type: 'take-over' });
        await world.pass(0);
        expect(world.server.content).toEqual(text('mine and more'));
        expect(session.state.get()).toMatchObject({ phase: 'quiet', version: 8, theirs: null });
    });

    it('shows theirs on request, and what was here can be brought back', async () => {
        const { world, session } = begin();
        session.edit(text('mine'));
        world.server = { ...world.server, version: 7, content: text('theirs') };
        await world.pass(pauseMs);
        session.handle({ type: 'show-theirs' });
        expect(session.state.get()).toMatchObject({ phase: 'quiet', content: text('theirs'), version: 7 });
        session.handle({ type: 'restore', content: text('mine'), at: world.time });
        await world.pass(pauseMs);
        expect(world.server.content).toEqual(text('mine'));
    });

    it('is told at once by another tab: follows where nothing was changed here, asks where something was', async () => {
        const { world, session } = begin();
        world.server = { ...world.server, version: 2, content: text('other tab') };
        session.handle({ type: 'elsewhere', version: 2, at: world.time });
        await world.pass(0);
        expect(session.state.get()).toMatchObject({ phase: 'quiet', content: text('other tab'), version: 2 });

        session.edit(text('mine'));
        world.server = { ...world.server, version: 3, content: text('other tab again') };
        session.handle({ type: 'elsewhere', version: 3, at: world.time });
        await world.pass(0);
        expect(session.state.get()).toMatchObject({ phase: 'conflict', content: text('mine') });
    });

    it('does not take the server’s echo of its own save for another tab', async () => {
        const { world, session } = begin();
        session.edit(text('mine'));
        await world.pass(pauseMs);
        session.handle({ type: 'elsewhere', at: world.time + 400 });
        session.handle({ type: 'elsewhere', version: 2, at: world.time + 400 });
        await world.pass(0);
        expect(world.log).not.toContain('look');
        session.handle({ type: 'elsewhere', at: world.time + 5000 });
        await world.pass(0);
        expect(world.log).toContain('look');
    });

    it('is submitted once, after what was under way, and again when the answer was lost', async () => {
        const { world, session } = begin();
        session.edit(text('done'));
        session.handle({ type: 'flush' });
        session.handle({ type: 'submit' });
        session.edit(text('too late'));
        world.trouble = ['answer-lost'];
        await world.pass(5000);
        expect(world.log).toEqual(['save "done" on 1', 'submit "done" on 2', 'submit "done" on 2']);
        expect(session.state.get()).toMatchObject({ phase: 'over', ending: 'submitted' });
        expect(world.copy).toBeUndefined();
        session.handle({ type: 'submit' });
        expect(world.log).toHaveLength(3);
    });

    it('stops where the content is refused, until it is changed', async () => {
        const { world, session } = begin();
        world.submit = async () => { throw { code: 'INVALID', status: 422, data: { problems: [] } }; };
        session.handle({ type: 'submit' });
        await world.pass(60_000);
        expect(session.state.get()).toMatchObject({ phase: 'refused', submitting: false });
        session.edit(text('mended'));
        await world.pass(pauseMs);
        expect(session.state.get().phase).toBe('quiet');
    });

    it('is over when it was submitted elsewhere, and what was written here is kept', async () => {
        const { world, session } = begin();
        world.server = { ...world.server, version: 2, content: text('theirs'), open: false };
        session.edit(text('mine'));
        await world.pass(pauseMs);
        expect(session.state.get()).toMatchObject({ phase: 'over', ending: 'submitted-elsewhere' });
        expect(world.copy?.content).toEqual(text('mine'));
    });

    it('can be waited for, and says when it cannot be saved now', async () => {
        const { world, session } = begin();
        session.edit(text('leaving'));
        const left = session.settle();
        await world.pass(0);
        await expect(left).resolves.toBeUndefined();
        world.trouble = ['request-lost'];
        session.edit(text('offline'));
        const refused = expect(session.settle()).rejects.toBe(unreachable);
        await world.pass(0);
        await refused;
    });

    it('sends what waits when the page goes, and its answer still counts', async () => {
        const { world, session } = begin();
        session.edit(text('last words'));
        session.dispose();
        await world.pass(0);
        expect(world.server.content).toEqual(text('last words'));
        expect(world.copy).toBeUndefined();
    });
});

describe('a draft after a crash', () => {
    const copyOf = (version: number, content: FilledContent, sent: FilledContent | null = null): DraftCopy => ({ version, content, sent, keptAt: '2026-11-18T06:00:00.000Z' });

    it('goes on from what this browser kept', async () => {
        const world = new World();
        const { state, restored } = recoveredDraft(world.server, copyOf(1, text('kept')), world.time);
        expect(restored).toBe(true);
        const session = new DraftSession(state, world);
        await world.pass(0);
        expect(world.server.content).toEqual(text('kept'));
        expect(session.state.get().phase).toBe('quiet');
    });
    it('recognises its own last save although the answer never came', () => {
        const world = new World(text('sent'));
        world.server = { ...world.server, version: 2 };
        expect(recoveredDraft(world.server, copyOf(1, text('sent and more'), text('sent')), 0).state).toMatchObject({ phase: 'waiting', version: 2, content: text('sent and more') });
    });
    it('asks where somebody else saved meanwhile', () => {
        const world = new World(text('theirs'));
        world.server = { ...world.server, version: 5 };
        expect(recoveredDraft(world.server, copyOf(1, text('kept')), 0).state).toMatchObject({ phase: 'conflict', content: text('kept'), theirs: { version: 5 } });
    });
    it('is as loaded where nothing differs, whatever the order of the answers', () => {
        const world = new World({ answers: { a: { value: 1 }, b: { value: 2 } }, evidence: [] });
        expect(recoveredDraft(world.server, copyOf(1, { answers: { b: { value: 2 }, a: { value: 1 } }, evidence: [] }), 0)).toMatchObject({ restored: false, state: { phase: 'quiet' } });
    });
});
