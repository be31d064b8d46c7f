import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { interactionOperations } from '../../common/interaction/interaction-contract';
import type { InteractionService } from './interaction-service';

export function interactionRouter(service: InteractionService) {
    const os = implementOperations(interactionOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => service.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => service.get(caller(context), input.id)),
        facets: os.facets.handler(({ context }) => service.facets(caller(context))),
        change: os.change.handler(({ input, context }) => service.change(caller(context), input))
    });
}
