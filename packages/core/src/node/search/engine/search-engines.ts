import * as path from 'node:path';
import { inject, injectable, unmanaged } from '@theia/core/shared/inversify';
import { analyserVersion } from '@earshot/search';
import { Settings } from '../../start/settings';
import { Database } from '../../storage/database';
import { writeLabel } from '../index-label';
import { PostgresEngine } from '../postgres/postgres-engine';
import type { LastingEngine } from './engine-messages';
import { EngineThread } from './engine-thread';

/** An engine at work. */
export interface OpenEngine extends LastingEngine {
    close(): Promise<void>;
}

export const engineNames = ['earshot', 'lunr', 'postgresql'] as const;
export type EngineName = typeof engineNames[number];

/** Opens the engine that the installation has chosen: Earshot's own, or what EARSHOT_SEARCH names. */
@injectable()
export class SearchEngines {
    readonly name: EngineName;

    constructor(@inject(Settings) private readonly settings: Pick<Settings, 'dataFolder'>, @inject(Database) private readonly database: Database, @unmanaged() chosen: string = process.env.EARSHOT_SEARCH || 'earshot') {
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
        return this.name === 'postgresql' ? keptByDatabase(new PostgresEngine(this.database)) : new EngineThread(this.name, onFailure);
    }
}

/** The database keeps this engine's index: nothing is put away, and what is there is known from its rows. */
const keptByDatabase = (engine: PostgresEngine): OpenEngine => Object.assign(engine, {
    save: async () => { /* it is kept */ },
    open: async () => writeLabel(new Map((await engine.versions()).map(({ kind, id, version }) => [id, { source: { kind }, version }]))),
    close: async () => { /* the database is closed by whoever opened it */ }
});
