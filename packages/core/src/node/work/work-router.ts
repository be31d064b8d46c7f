import { houseOperations } from '../../common/house-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { WorkService } from './work-service';

/** Carries out the operations of Home, quick open and links. */
export function workRouter(work: WorkService) {
    const os = implementOperations(houseOperations);
    return {
        work: os.work.handler(({ context }) => work.work(caller(context))),
        quickOpen: os.quickOpen.handler(({ context, input }) => work.quickOpen(caller(context), input.text, input.limit)),
        resolveLink: os.resolveLink.handler(({ context, input }) => work.resolveLink(caller(context), input.link)),
        nameLinks: os.nameLinks.handler(({ context, input }) => work.nameLinks(caller(context), input.links))
    };
}
