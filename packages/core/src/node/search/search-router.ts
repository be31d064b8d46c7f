import { searchOperations } from '../../common/search/search-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { LinkedAnswers } from './linked-answers';
import type { PinService } from './pin-service';
import type { Reformulations } from './reformulations';
import type { SearchIndex } from './search-index';
import type { SearchLog } from './search-log';
import type { SearchService } from './search-service';
import type { SynonymService } from './synonym-service';

export interface SearchServices {
    readonly search: SearchService;
    readonly index: SearchIndex;
    readonly log: SearchLog;
    readonly reformulations: Reformulations;
    readonly synonyms: SynonymService;
    readonly pins: PinService;
    readonly linked: LinkedAnswers;
}

const done = { done: true } as const;

/** Carries out the operations of search. */
export function searchRouter({ search, index, log, reformulations, synonyms, pins, linked }: SearchServices) {
    const os = implementOperations(searchOperations);
    return os.router({
        find: os.find.handler(({ context, input }) => search.find(caller(context), input)),
        suggest: os.suggest.handler(({ context, input }) => search.suggest(caller(context), input)),
        preview: os.preview.handler(({ context, input }) => search.preview(caller(context), input)),
        note: os.note.handler(async ({ context, input }) => { await log.note(caller(context), input); return done; }),
        gaps: os.gaps.handler(({ input }) => log.gaps(input.limit)),
        state: os.state.handler(() => index.state()),
        synonyms: os.synonyms.handler(() => synonyms.list()),
        addSynonym: os.addSynonym.handler(({ context, input }) => synonyms.add(caller(context), input)),
        changeSynonym: os.changeSynonym.handler(({ context, input }) => synonyms.change(caller(context), input)),
        removeSynonym: os.removeSynonym.handler(async ({ context, input }) => { await synonyms.remove(caller(context), input.id); return done; }),
        proposals: os.proposals.handler(() => reformulations.proposals()),
        dismissProposal: os.dismissProposal.handler(async ({ context, input }) => { await reformulations.dismiss(caller(context), input); return done; }),
        pins: os.pins.handler(({ context }) => pins.list(caller(context))),
        addPin: os.addPin.handler(({ context, input }) => pins.add(caller(context), input)),
        changePin: os.changePin.handler(({ context, input }) => pins.change(caller(context), input)),
        removePin: os.removePin.handler(async ({ context, input }) => { await pins.remove(caller(context), input.id); return done; }),
        linkedAnswers: os.linkedAnswers.handler(({ context, input }) => linked.list(caller(context), input.interaction)),
        linkAnswer: os.linkAnswer.handler(({ context, input }) => linked.link(caller(context), input)),
        unlinkAnswer: os.unlinkAnswer.handler(async ({ context, input }) => { await linked.unlink(caller(context), input.id); return done; })
    });
}
