import * as path from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import { analyserVersion, type SearchEngine } from '@earshot/search';
import { Settings } from '../../start/settings';
import { EngineThread } from './engine-thread';

/** An engine at work, and how it lasts. */
export interface OpenEngine extends Omit<SearchEngine, 'snapshot' | 'restore'> {
    save(file: string, label: string): Promise<void>;
    open(file: string): Promise<string | undefined>;
    close(): Promise<void>;
}

export const engineNames = ['earshot', 'lunr', 'postgresql'] as const;
export type EngineName = typeof engineNames[number];

/** Opens the engine that the installation has chosen: Earshot's own, or what EARSHOT_SEARCH names. */
@injectable()
export class SearchEngines {
    readonly name: EngineName;

    constructor(@inject(Settings) private readonly settings: Pick<Settings, 'dataFolder'>) {
        const chosen = process.env.EARSHOT_SEARCH || 'earshot';
        const name = engineNames.find(each => each === chosen);
        if (!name) {
            throw new Error(`EARSHOT_SEARCH is ${chosen}, but the search engines are ${engineNames.join(', ')}.`);
        }
        this.name = name;
    }

    /** Where the index lies while the server is down. Of another analyser: another file, so that going back finds the old one. */
    get file(): string {
        return path.join(this.settings.dataFolder, 'search', `${this.name}-${analyserVersion.replace(/[^a-zA-Z0-9]+/g, '-')}.index`);
    }

    open(onFailure: (error: Error) => void): OpenEngine {
        return new EngineThread(this.name === 'lunr' ? 'lunr' : 'earshot', onFailure);
    }
}
