import { Store } from '@earshot/core/lib/browser/application/store';

/**
 * - `saved`: the server has all of it.
 * - `waiting`: something was written; it is sent when the pause is long enough.
 * - `sending`: under way.
 * - `retrying`: got no answer; it is sent again.
 * - `refused`: this content is not taken; it is sent again when it changes.
 * - `conflict`: somebody else saved meanwhile; the person decides.
 * - `over`: it is no draft any more, or gone.
 */
export type AutosavePhase = 'saved' | 'waiting' | 'sending' | 'retrying' | 'refused' | 'conflict' | 'over';

export interface AutosaveState<T> {
    readonly phase: AutosavePhase;
    readonly content: T;
    /** The version of the server that `content` continues. */
    readonly version: number;
    readonly savedAt: string;
    readonly error: unknown;
}

export interface AutosavePorts<T> {
    save(version: number, content: T): Promise<{ readonly version: number; readonly savedAt: string }>;
    /** What an error means for the draft. */
    meaning(error: unknown): 'retrying' | 'refused' | 'conflict' | 'over';
    /** Runs something later. @returns how to call it off. */
    after(ms: number, run: () => void): () => void;
}

/** Milliseconds of rest after which what was written is sent. */
export const pauseMs = 900;
export const firstRetryMs = 1000;
export const longestRetryMs = 30_000;

/** Sends what is written by itself, one request after the other, always the latest. */
export class Autosave<T> {
    readonly state: Store<AutosaveState<T>>;
    private callOff: (() => void) | undefined;
    private attempts = 0;
    private waiters: (() => void)[] = [];

    constructor(initial: { readonly content: T; readonly version: number; readonly savedAt: string }, private readonly ports: AutosavePorts<T>) {
        this.state = new Store<AutosaveState<T>>({ ...initial, phase: 'saved', error: undefined });
    }

    readonly edit = (content: T): void => {
        const { phase } = this.state.get();
        this.set({ content, phase: phase === 'saved' || phase === 'refused' ? 'waiting' : phase });
        if (this.state.get().phase === 'waiting') {
            this.wait(pauseMs);
        }
    };

    /** Sends at once. Resolves with the version when the server has everything; rejects when it cannot be had now. */
    async settle(): Promise<number> {
        for (;;) {
            const { phase, version, error } = this.state.get();
            if (phase === 'saved') {
                return version;
            }
            if (phase === 'refused' || phase === 'conflict' || phase === 'over') {
                throw error;
            }
            if (phase === 'waiting') {
                void this.send();
            }
            if (phase === 'retrying') {
                void this.send();
                await new Promise<void>(resolve => this.waiters.push(resolve));
                if (this.state.get().phase === 'retrying') {
                    throw this.state.get().error;
                }
                continue;
            }
            await new Promise<void>(resolve => this.waiters.push(resolve));
        }
    }

    /** The server's version was looked at; what stands here is to take its place. */
    takeOver(version: number): void {
        this.set({ version, phase: 'waiting', error: undefined });
        void this.send();
    }

    /** The server's version takes the place of what stands here. */
    replace(content: T, version: number, savedAt: string): void {
        this.callOff?.();
        this.set({ content, version, savedAt, phase: 'saved', error: undefined });
    }

    /** The server has gone on: a step was taken, somebody else saved. What is written here and not sent yet stays, and is decided about when it is sent. */
    follow(content: T, version: number, savedAt: string): void {
        const current = this.state.get();
        if (current.phase === 'saved' && version > current.version) {
            this.replace(content, version, savedAt);
        }
    }

    readonly retryNow = (): void => { if (this.state.get().phase === 'retrying') { void this.send(); } };

    /** The page goes: what waits is sent, and nothing is waited for. */
    dispose(): void {
        this.callOff?.();
        if (this.state.get().phase === 'waiting' || this.state.get().phase === 'retrying') {
            void this.send();
        }
    }

    private async send(): Promise<void> {
        this.callOff?.();
        const { content, version } = this.state.get();
        this.set({ phase: 'sending' });
        try {
            const saved = await this.ports.save(version, content);
            this.attempts = 0;
            const changed = this.state.get().content !== content;
            this.set({ ...saved, phase: changed ? 'waiting' : 'saved', error: undefined });
            if (changed) {
                this.wait(pauseMs);
            }
        } catch (error) {
            const phase = this.ports.meaning(error);
            this.set({ phase, error });
            if (phase === 'retrying') {
                this.wait(Math.min(longestRetryMs, firstRetryMs * 2 ** this.attempts++));
            }
        }
    }

    private wait(ms: number): void {
        this.callOff?.();
        this.callOff = this.ports.after(ms, () => void this.send());
    }

    private set(change: Partial<AutosaveState<T>>): void {
        this.state.update(current => ({ ...current, ...change }));
        const waiters = this.waiters;
        this.waiters = [];
        waiters.forEach(each => each());
    }
}

/** What an error of the API means for a draft. */
export function meaningOf(error: unknown): 'retrying' | 'refused' | 'conflict' | 'over' {
    const { code, status, data } = (error ?? {}) as { readonly code?: string; readonly status?: number; readonly data?: { readonly reason?: string } };
    if (code === 'CONFLICT') {
        return data?.reason === 'changed-meanwhile' ? 'conflict' : 'over';
    }
    if (code === 'NOT_FOUND' || code === 'FORBIDDEN') {
        return 'over';
    }
    return status !== undefined && status >= 400 && status < 500 && code !== 'TOO_MANY_REQUESTS' && code !== 'UNAUTHORIZED' ? 'refused' : 'retrying';
}
