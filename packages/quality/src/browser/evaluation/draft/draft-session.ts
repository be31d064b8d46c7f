import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { Store } from '@earshot/core/lib/browser/application';
import type { DraftCopy } from './draft-copy';
import { type DraftEffect, type DraftEvent, type DraftState, type Failure, nextDraft, type Theirs } from './draft-state';

/** What a draft needs of the world around it. */
export interface DraftPorts {
    save(version: number, content: FilledContent): Promise<{ readonly version: number; readonly savedAt: string }>;
    submit(version: number, content: FilledContent): Promise<void>;
    look(): Promise<Theirs>;
    failureOf(error: unknown): Failure;
    keep(copy: DraftCopy): void;
    forget(): void;
    /** Tells the other tabs which version the server holds now. */
    tell(version: number): void;
    /** Milliseconds since 1970. */
    now(): number;
    /** Runs something later. @returns how to call it off. */
    after(ms: number, run: () => void): () => void;
}

/** A draft while it is on the screen: keeps its state and carries out what follows from every event. */
export class DraftSession {
    readonly state: Store<DraftState>;
    private callOff: (() => void) | undefined;
    private leaving = false;
    private waiters: (() => void)[] = [];

    constructor(initial: DraftState, private readonly ports: DraftPorts) {
        this.state = new Store(initial);
        if (initial.phase === 'waiting') {
            this.callOff = ports.after(0, () => this.handle({ type: 'due' }));
        }
    }

    readonly handle = (event: DraftEvent): void => {
        const { state, effects } = nextDraft(this.state.get(), event);
        this.state.set(state);
        effects.forEach(each => this.carryOut(each));
        this.wake();
    };

    readonly edit = (content: FilledContent): void => this.handle({ type: 'edited', content, at: this.ports.now() });

    /** Resolves when the server has everything; rejects when it cannot be had now. */
    async settle(): Promise<void> {
        this.handle({ type: 'flush' });
        for (;;) {
            const { phase, error } = this.state.get();
            if (phase === 'quiet' || phase === 'over') {
                return;
            }
            if (phase === 'retrying' || phase === 'refused' || phase === 'conflict') {
                throw error ?? Object.assign(new Error('Another tab or device has saved.'), { code: 'CONFLICT', data: { reason: 'changed-meanwhile' } });
            }
            await new Promise<void>(resolve => this.waiters.push(resolve));
        }
    }

    /** The page goes: what waits is sent, and its answer still counts; nothing more is waited for. */
    dispose(): void {
        this.handle({ type: 'flush' });
        this.leaving = true;
        this.callOff?.();
    }

    private wake(): void {
        const waiters = this.waiters;
        this.waiters = [];
        waiters.forEach(each => each());
    }

    private carryOut(effect: DraftEffect): void {
        switch (effect.type) {
            case 'send':
                this.callOff?.();
                this.keep();
                void this.send(effect);
                break;
            case 'wait':
                this.callOff?.();
                this.callOff = this.leaving ? undefined : this.ports.after(effect.ms, () => this.handle({ type: 'due' }));
                break;
            case 'look': void this.look(); break;
            case 'keep': this.keep(); break;
            case 'forget': this.ports.forget(); break;
            case 'tell': {
                const { version, phase } = this.state.get();
                this.ports.tell(phase === 'over' ? version + 1 : version); // to submit is one more change
                break;
            }
        }
    }

    private keep(): void {
        const { version, content, sent } = this.state.get();
        this.ports.keep({ version, content, sent: sent?.content ?? null, keptAt: new Date(this.ports.now()).toISOString() });
    }

    private async send({ purpose, version, content }: DraftEffect & { type: 'send' }): Promise<void> {
        try {
            if (purpose === 'submit') {
                await this.ports.submit(version, content);
                this.handle({ type: 'submitted' });
            } else {
                this.handle({ type: 'answered', ...await this.ports.save(version, content), at: this.ports.now() });
            }
        } catch (error) {
            this.handle({ type: 'failed', failure: this.ports.failureOf(error) });
        }
    }

    private async look(): Promise<void> {
        try {
            this.handle({ type: 'found', theirs: await this.ports.look() });
        } catch (error) {
            const failure = this.ports.failureOf(error);
            if (failure.kind === 'over') {
                this.handle({ type: 'gone' });
            } else if (this.state.get().phase === 'comparing') {
                this.handle({ type: 'failed', failure: { ...failure, kind: 'unreachable' } });
            }
        }
    }
}
