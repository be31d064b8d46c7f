import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { systemPrincipal } from '../../api/context';
import { EventHub } from '../../events/event-hub';
import { openTestHouse, type TestHouse } from '../../people/test-house';
import { EditorialWords } from '../editorial-words';
import { type EngineName, SearchEngines } from '../engine/search-engines';
import { SearchIndex } from '../search-index';
import { SearchService } from '../search-service';
import type { SearchSource } from '../search-source';

/** One back end's search. */
export interface SearchBackEnd {
    readonly index: SearchIndex;
    readonly search: SearchService;
    stop(): Promise<void>;
}

/** For integration tests: a house with search over the sources given, in as many back ends as wanted. */
export interface SearchHouse extends TestHouse {
    /** A further back end on the same database; with a folder of its own, or the one of another. */
    backEnd(sources: readonly SearchSource[], folder?: string, engine?: EngineName): Promise<SearchBackEnd>;
    /** Says that a paper has changed, as whoever changed it would. */
    tell(type: string, entityId: string): Promise<void>;
    folder(): Promise<string>;
}

export async function openSearchHouse(): Promise<SearchHouse> {
    const house = await openTestHouse();
    const running: SearchBackEnd[] = [];
    const folders: string[] = [];
    const folder = async (): Promise<string> => {
        const made = await fs.mkdtemp(path.join(os.tmpdir(), 'earshot-search-'));
        folders.push(made);
        return made;
    };
    return {
        ...house, folder,
        backEnd: async (sources, dataFolder, engine = 'earshot') => {
            const hub = new EventHub(house.connection);
            await hub.start();
            const index = new SearchIndex({ getContributions: () => [...sources] }, hub, new EditorialWords(house.database), new SearchEngines({ dataFolder: dataFolder ?? await folder() }, house.database, engine));
            await index.run();
            let stopped = false;
            const backEnd: SearchBackEnd = {
                index, search: new SearchService(index),
                stop: async () => {
                    if (!stopped) {
                        stopped = true;
                        await index.stop();
                        await hub.stop();
                    }
                }
            };
            running.push(backEnd);
            return backEnd;
        },
        tell: (type, entityId) => house.database.write(systemPrincipal('test'), async (_, log) => {
            log.audit('paper.changed', 'papers', entityId);
            log.event({ type, entityId }, {});
        }),
        close: async () => {
            await Promise.all(running.map(each => each.stop()));
            await house.close();
            await Promise.all(folders.map(each => fs.rm(each, { recursive: true, force: true })));
        }
    };
}
