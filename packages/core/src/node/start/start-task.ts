/**
 * Contribution point: something to do while the server starts, after the database was opened and migrated and before anybody is
 * answered. Lower orders first; one that throws stops the start.
 */
export const StartTask = Symbol('StartTask');
export interface StartTask {
    /** 10 permissions, 20 jobs, 50 contents, 90 what only watches. */
    readonly order: number;
    run(): Promise<void>;
    /** Undoes it when the server ends; called in the opposite order. */
    stop?(): Promise<void>;
}

/** Contribution point: lines that the server prints once it answers (sample people, hints). */
export const StartNotice = Symbol('StartNotice');
export interface StartNotice {
    lines(): Promise<readonly string[]>;
}
