import type { jobStates } from '../house-contract';

export type JobState = typeof jobStates[number];
export type JobAction = 'claim' | 'resume' | 'finish' | 'fail' | 'cancel';

/**
 * The life of a job. `claim`: a process takes it up, again after another one died over it; `resume`: a process that
 * is being stopped gives it back; what is done, failed or cancelled stays so.
 */
const transitions: Readonly<Record<JobAction, Readonly<Partial<Record<JobState, JobState>>>>> = {
    claim: { waiting: 'running', running: 'running' },
    resume: { running: 'waiting' },
    finish: { running: 'done' },
    fail: { waiting: 'failed', running: 'failed' },
    cancel: { waiting: 'cancelled', running: 'cancelled' }
};

/** The states in which an action is possible. */
export const statesBefore = (action: JobAction): readonly JobState[] => Object.keys(transitions[action]) as JobState[];

/** The state that an action leads to, wherever it is possible. */
export const stateAfter = (action: JobAction): JobState => Object.values(transitions[action])[0]!;

export const isFinished = (state: JobState): boolean => !statesBefore('fail').includes(state);
