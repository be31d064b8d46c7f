import { Store } from '@earshot/core/lib/browser/application/store';
import type { GivenAnswer } from '../../common/attempt/attempt-contract';
import type { QuestionAnswer } from '../../common/question/question';

/** One answer as this window has it. `version` is the server's that it continues. */
export interface HeldAnswer { readonly answer: QuestionAnswer | null; readonly flagged: boolean; readonly version: number }
/** What was sent, or is to be, and is not known to have arrived. With it a request can be repeated word by word. */
export interface PendingAnswer extends HeldAnswer { readonly place: number; readonly client: string; readonly sequence: number }

/**
 * - `saved`: the server has everything; `waiting`: something was answered and is sent in a moment; `sending`: under way
 * - `retrying`: got no answer, and is sent again; `refused`: is not taken as it is; `over`: nothing is taken any more
 */
export type SavingPhase = 'saved' | 'waiting' | 'sending' | 'retrying' | 'refused' | 'over';
export interface SavingState { readonly answers: ReadonlyMap<number, HeldAnswer>; readonly phase: SavingPhase; readonly savedAt: string | null; readonly error: unknown }

export interface SavingPorts {
    /** Names this window. */
    readonly client: string;
    save(pending: PendingAnswer): Promise<{ readonly version: number; readonly savedAt: string }>;
    meaning(error: unknown): 'retrying' | 'refused' | 'over';
    /** Runs something later. @returns how to call it off */
    after(ms: number, run: () => void): () => void;
    /** Keeps what is not known to have arrived where a crash does not reach it. */
    keep(pending: readonly PendingAnswer[]): void;
}

/** Milliseconds of rest after which what is typed is sent; choices are sent at once. */
export const restMs = 700;
const firstRetryMs = 1000;
const longestRetryMs = 15_000;

/** Sends answers by itself, one request after the other, and again until the server says that it has them. */
export class AnswerSaver {
    readonly state: Store<SavingState>;
    private readonly pending = new Map<number, PendingAnswer>();
    /** What is not taken as it is, by place, until it is changed: it does not keep the others from going out. */
    private readonly refused = new Map<number, unknown>();
    private sequence = 0;
    private attempts = 0;
    private busy = false;
    private callOff: (() => void) | undefined;
    private waiters: (() => void)[] = [];

    /**
     * @param kept what earlier windows had not been told of; what the server has from another one since then stays as it is there.
     *        A version that such a window had not heard of, but which is its own, is the answer before: what it kept came later.
     */
    constructor(given: readonly GivenAnswer[], kept: readonly PendingAnswer[], private readonly ports: SavingPorts) {
        const answers = new Map<number, HeldAnswer>(given.map(each => [each.place, each]));
        for (const each of kept) {
            const has = given.find(one => one.place === each.place);
            if (!has || has.version <= each.version || has.client === each.client) {
                const pending = { ...each, version: Math.max(each.version, has?.version ?? 0) };
                this.pending.set(each.place, pending);
                answers.set(each.place, pending);
            }
        }
        this.state = new Store<SavingState>({ answers, phase: this.pending.size ? 'waiting' : 'saved', savedAt: given.reduce<string | null>((latest, each) => latest === null || each.savedAt > latest ? each.savedAt : latest, null), error: undefined });
        if (this.pending.size) {
            this.wait(0);
        }
    }

    /** @param rest milliseconds to wait for more */
    change(place: number, change: Partial<Pick<HeldAnswer, 'answer' | 'flagged'>>, rest = restMs): void {
        const { answers, phase } = this.state.get();
        if (phase === 'over') {
            return;
        }
        const held: HeldAnswer = { ...answers.get(place) ?? { answer: null, flagged: false, version: 0 }, ...change };
        this.refused.delete(place);
        this.pending.set(place, { ...held, place, client: this.ports.client, sequence: ++this.sequence });
        this.ports.keep([...this.pending.values()]);
        this.set({ answers: new Map(answers).set(place, held), phase: phase === 'saved' || phase === 'refused' ? 'waiting' : phase });
        if (this.state.get().phase === 'waiting') {
            this.wait(rest);
        }
    }

    /** Another window has saved: what is newer there, and not being changed here, is taken over. */
    merge(given: readonly GivenAnswer[]): void {
        const answers = new Map(this.state.get().answers);
        const newer = given.filter(each => !this.pending.has(each.place) && each.version > (answers.get(each.place)?.version ?? 0));
        if (newer.length) {
            newer.forEach(each => answers.set(each.place, each));
            this.set({ answers });
        }
    }

    /** Sends at once. Resolves when the server has everything; rejects when that cannot be had now. */
    async settle(): Promise<void> {
        while (this.pending.size > 0) {
            const { phase, error } = this.state.get();
            if (phase === 'over' || phase === 'refused') {
                throw error;
            }
            const tried = this.attempts;
            void this.send();
            await new Promise<void>(resolve => this.waiters.push(resolve));
            if (this.attempts > tried) {
                throw this.state.get().error;
            }
        }
    }

    readonly retryNow = (): void => { if (this.state.get().phase === 'retrying') { void this.send(); } };
    readonly flush = (): void => { if (this.state.get().phase === 'waiting') { void this.send(); } };

    dispose(): void {
        this.callOff?.();
        if (this.pending.size) {
            void this.send();
        }
    }

    private async send(): Promise<void> {
        this.callOff?.();
        const next = [...this.pending.values()].find(each => !this.refused.has(each.place));
        if (this.busy || !next) {
            return;
        }
        this.busy = true;
        this.set({ phase: 'sending' });
        try {
            const { version, savedAt } = await this.ports.save(next);
            this.attempts = 0;
            this.arrived(next, version, savedAt);
        } catch (error) {
            const phase = this.ports.meaning(error);
            this.attempts += 1;
            this.busy = false;
            if (phase === 'refused') {
                this.refuse(next, error);
            } else {
                this.set({ phase, error });
            }
            if (phase === 'retrying') {
                this.wait(Math.min(longestRetryMs, firstRetryMs * 2 ** (this.attempts - 1)));
            }
        }
        this.waiters.splice(0).forEach(each => each());
    }

    /** Where it was changed while it travelled, the new one is tried. */
    private refuse(sent: PendingAnswer, error: unknown): void {
        if (this.pending.get(sent.place)?.sequence === sent.sequence) {
            this.refused.set(sent.place, error);
        }
        this.goOn(error);
    }

    /** Sends what may still go out; with nothing left but what was refused, says so. */
    private goOn(error: unknown, rest = 0): void {
        const more = this.pending.size > this.refused.size;
        this.set({ phase: more ? 'waiting' : this.refused.size ? 'refused' : 'saved', error });
        if (more) {
            this.wait(rest);
        }
    }

    private arrived(sent: PendingAnswer, version: number, savedAt: string): void {
        const changed = this.pending.get(sent.place)?.sequence !== sent.sequence;
        const answers = new Map(this.state.get().answers);
        answers.set(sent.place, { ...answers.get(sent.place)!, version });
        if (changed) {
            this.pending.set(sent.place, { ...this.pending.get(sent.place)!, version });
        } else {
            this.pending.delete(sent.place);
        }
        this.ports.keep([...this.pending.values()]);
        this.busy = false;
        this.set({ answers, savedAt });
        this.goOn([...this.refused.values()].at(-1), changed ? restMs : 0);
    }

    private wait(ms: number): void {
        this.callOff?.();
        this.callOff = this.ports.after(ms, () => void this.send());
    }

    private set(change: Partial<SavingState>): void {
        this.state.update(current => ({ ...current, ...change }));
    }
}
