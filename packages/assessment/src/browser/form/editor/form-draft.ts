import type { FormDefinition } from '@earshot/forms';
import { Store } from '@earshot/core/lib/browser/application/store';

/** What a draft is doing: everything saved; changes waiting; on their way; not accepted; changed elsewhere meanwhile. */
export type DraftPhase = 'saved' | 'waiting' | 'saving' | 'failed' | 'overtaken';

export interface DraftState {
    readonly form: FormDefinition;
    readonly phase: DraftPhase;
    /** When the server last had everything, milliseconds; undefined before the first save. */
    readonly savedAt: number | undefined;
    readonly error: unknown;
    readonly past: readonly FormDefinition[];
    readonly future: readonly FormDefinition[];
}

export interface DraftSource {
    readonly form: FormDefinition;
    /** The version that the server gave for it. */
    readonly version: number;
    /** Saves and answers with the new version. */
    save(form: FormDefinition, version: number): Promise<number>;
    now(): number;
}

/** Milliseconds after the last change before it is saved. */
const PAUSE = 700;
/** Milliseconds before a save that failed is tried again. */
const RETRY = 5000;
/** Changes of the same thing within this time are one step to take back. */
const TOGETHER = 1500;
const STEPS = 100;

/**
 * A form that is being edited: saves itself a moment after each change, one save at a time, and remembers what can be taken back.
 * It stops saving when somebody else has saved, so that neither overwrites the other unseen.
 */
export class FormDraft {
    readonly state: Store<DraftState>;
    private version: number;
    private acknowledged: FormDefinition;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: Promise<void> | undefined;
    private last: { readonly what: string; readonly at: number } | undefined;

    constructor(private readonly source: DraftSource) {
        this.version = source.version;
        this.acknowledged = source.form;
        this.state = new Store<DraftState>({ form: source.form, phase: 'saved', savedAt: undefined, error: undefined, past: [], future: [] });
    }

    /** Replaces the form. Changes of the same `what` that follow one another closely are taken back together. */
    readonly change = (form: FormDefinition, what = ''): void => {
        const { form: before, past } = this.state.get();
        if (form === before) {
            return;
        }
        const together = what !== '' && this.last?.what === what && this.source.now() - this.last.at < TOGETHER;
        this.last = { what, at: this.source.now() };
        this.become({ form, past: together ? past : [...past, before].slice(-STEPS), future: [] });
    };

    readonly undo = (): void => {
        const { form, past, future } = this.state.get();
        const earlier = past[past.length - 1];
        if (earlier) {
            this.last = undefined;
            this.become({ form: earlier, past: past.slice(0, -1), future: [form, ...future] });
        }
    };

    /** Takes the step back that led to this form, if it is the last one; false, and nothing, where something was changed since. */
    readonly takeBack = (result: FormDefinition): boolean => {
        const own = this.state.get().form === result;
        if (own) {
            this.undo();
        }
        return own;
    };

    readonly redo = (): void => {
        const { form, past, future: [later, ...rest] } = this.state.get();
        if (later) {
            this.last = undefined;
            this.become({ form: later, past: [...past, form], future: rest });
        }
    };

    /** Saves now what is not saved yet. @throws what the server answered, or Error when somebody else has saved. */
    readonly flush = async (): Promise<number> => {
        clearTimeout(this.timer);
        await this.running?.catch(() => { /* it is tried once more below */ });
        if (this.state.get().form !== this.acknowledged) {
            await this.save();
        }
        const { phase, error } = this.state.get();
        if (phase === 'failed' || phase === 'overtaken') {
            throw error;
        }
        return this.version;
    };

    /** The version that the server gave last. */
    get savedVersion(): number {
        return this.version;
    }

    dispose(): void {
        clearTimeout(this.timer);
    }

    private become(next: Pick<DraftState, 'form' | 'past' | 'future'>): void {
        this.state.update(state => ({ ...state, ...next, phase: state.phase === 'saved' || state.phase === 'failed' ? 'waiting' : state.phase }));
        this.schedule(PAUSE);
    }

    private schedule(pause: number): void {
        clearTimeout(this.timer);
        if (this.state.get().phase !== 'overtaken') {
            this.timer = setTimeout(() => void this.save().catch(() => { /* said by the phase */ }), pause);
        }
    }

    private save(): Promise<void> {
        return this.running ??= this.saveOnce().finally(() => { this.running = undefined; }).then(() => {
            if (this.state.get().phase === 'waiting') {
                this.schedule(PAUSE);
            }
        });
    }

    private async saveOnce(): Promise<void> {
        const { form, phase } = this.state.get();
        if (phase === 'overtaken' || form === this.acknowledged) {
            this.state.update(state => ({ ...state, phase: phase === 'overtaken' ? phase : 'saved' }));
            return;
        }
        this.state.update(state => ({ ...state, phase: 'saving', error: undefined }));
        try {
            this.version = await this.source.save(form, this.version);
            this.acknowledged = form;
            this.state.update(state => ({ ...state, phase: state.form === form ? 'saved' : 'waiting', savedAt: this.source.now() }));
        } catch (error) {
            const overtaken = (error as { code?: string }).code === 'CONFLICT' || (error as { code?: string }).code === 'NOT_FOUND';
            this.state.update(state => ({ ...state, phase: overtaken ? 'overtaken' : 'failed', error }));
            if (!overtaken && (error as { status?: number }).status === undefined) {
                this.schedule(RETRY); // the server was not reached
            }
        }
    }
}
