import type { ImportState } from './import-contract';

/** What is kept of an import's state; whether it failed or stopped is said by its job. */
export type KeptImportState = 'reading' | 'ready' | 'writing' | 'done' | 'undoing' | 'undone';

/** The state as people see it. @param jobEnded the job of what is being done failed or was cancelled */
export const shownImportState = (kept: KeptImportState, jobEnded: boolean): ImportState =>
    !jobEnded ? kept : kept === 'reading' ? 'failed' : kept === 'writing' || kept === 'undoing' ? 'stopped' : kept;

export const importActions = ['set', 'write', 'undo', 'cancel', 'remove'] as const;
export type ImportAction = typeof importActions[number];

const possible: Readonly<Record<ImportState, readonly ImportAction[]>> = {
    reading: ['cancel'], ready: ['set', 'write', 'remove'], failed: ['set', 'remove'], writing: ['cancel'], stopped: ['write', 'undo'], done: ['undo'], undoing: ['cancel'], undone: []
};

export const mayDo = (state: ImportState, action: ImportAction): boolean => possible[state].includes(action);
