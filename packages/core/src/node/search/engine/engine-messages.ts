import type { SearchEngine } from '@earshot/search';

export type EngineKind = 'earshot' | 'lunr';

/** What an engine can, and how it lasts: kept in a file, where it is not kept elsewhere. */
export interface LastingEngine extends Omit<SearchEngine, 'snapshot' | 'restore'> {
    /** Writes the index and a label into a file, whole or not at all. Searches are answered meanwhile, changes wait. */
    save(file: string, label: string): Promise<void>;
    /** Takes the index from a file in place of what is there, and gives its label; undefined where there is none that this engine can use. */
    open(file: string): Promise<string | undefined>;
}

/** What the thread is told. */
export interface EngineCommand {
    readonly id: number;
    readonly method: keyof LastingEngine;
    readonly parameters: readonly unknown[];
}

/** What it answers. */
export type EngineReport = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly problem: string };
