import type { Principal } from '../api/context';

/** What a running job knows and can say. */
export interface JobHandle {
    readonly id: string;
    /** Whoever started it, with the rights that they have now; the house itself where nobody did. */
    readonly principal: Principal;
    /** Aborted when the job was cancelled, here or in another process, or when the server stops. A job that heeds it stops soon. */
    readonly signal: AbortSignal;
    /** Says how far it is: a share from 0 to 1, or null while unknown, and what is being done. Cheap to call often. */
    progress(share: number | null, message?: string): void;
}

/** Contribution point: long work of one kind. */
export const JobContribution = Symbol('JobContribution');
export interface JobContribution {
    /** `people-export`, `interaction-import` …; letters, digits and hyphens. */
    readonly kind: string;
    /** How many of the kind one process runs at a time; 1 without it. */
    readonly concurrency?: number;
    /** Hours after which it is taken for stuck; 12 without it, 24 at most. */
    readonly hours?: number;
    /**
     * Does the work. It may be called again for the same job when a process died over it, so it must be able to begin anew.
     * @returns what the job led to: ids and counts, shown to whoever started it.
     * @throws JobProblem for what the person can mend; anything else is shown as unexpected and written to the server's log.
     */
    run(input: Readonly<Record<string, unknown>>, job: JobHandle): Promise<Record<string, unknown>>;
}

/** Why a job failed, as a code that the browser has a sentence for. */
export class JobProblem extends Error {
    constructor(readonly code: string, readonly detail: Readonly<Record<string, unknown>> = {}) {
        super(code);
    }
}
