import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import type { interfaces } from '@theia/core/shared/inversify';
import { PermissionContribution } from '../../common/access/permission';
import { searchPermissions } from '../../common/search/search-permissions';
import { ScheduleContribution } from '../jobs/schedules';
import { StartTask } from '../start/start-task';
import { EditorialWords } from './editorial-words';
import { SearchEngines } from './engine/search-engines';
import { LinkedAnswers } from './linked-answers';
import { LookupSource } from './lookup-source';
import { PinService } from './pin-service';
import { Reformulations } from './reformulations';
import { SearchIndex } from './search-index';
import { SearchLog } from './search-log';
import { searchRouter } from './search-router';
import { SearchService } from './search-service';
import { SearchSource } from './search-source';
import { SynonymService } from './synonym-service';

/** Binds search with its contribution points. */
export function bindSearch(bind: interfaces.Bind): void {
    for (const each of [LookupSource, SearchSource]) {
        bindContributionProvider(bind, each);
    }
    for (const each of [SearchEngines, EditorialWords, SearchIndex, SearchService, SearchLog, Reformulations, SynonymService, PinService, LinkedAnswers]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(StartTask).toService(SearchIndex);
    bind(ScheduleContribution).toService(SearchLog);
    bind(ScheduleContribution).toService(Reformulations);
    bind(PermissionContribution).toConstantValue({ permissions: searchPermissions });
}

export const createSearchRouter = (container: interfaces.Container) => searchRouter({
    search: container.get(SearchService), index: container.get(SearchIndex), log: container.get(SearchLog), reformulations: container.get(Reformulations),
    synonyms: container.get(SynonymService), pins: container.get(PinService), linked: container.get(LinkedAnswers)
});
