import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { evaluationOperations } from '../../common/evaluation/evaluation-contract';
import type { CorrectionService } from './correction-service';
import type { EvaluationReader } from './evaluation-reader';
import type { EvaluationService } from './evaluation-service';

export function evaluationRouter(service: EvaluationService, corrections: CorrectionService, reader: EvaluationReader) {
    const os = implementOperations(evaluationOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => reader.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        today: os.today.handler(({ context }) => reader.today(caller(context))),
        begin: os.begin.handler(async ({ input, context }) => reader.get(caller(context), await service.begin(caller(context), input.interactionId, input.formId))),
        save: os.save.handler(({ input, context }) => service.save(caller(context), input)),
        submit: os.submit.handler(async ({ input, context }) => {
            await service.submit(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        discard: os.discard.handler(async ({ input, context }) => {
            await service.discard(caller(context), input.id);
            return { done: true as const };
        }),
        listened: os.listened.handler(async ({ input, context }) => ({ share: await service.listened(caller(context), input.id, input.ranges) })),
        revise: os.revise.handler(async ({ input, context }) => reader.get(caller(context), await corrections.revise(caller(context), input.id, input.reason))),
        approve: os.approve.handler(async ({ input, context }) => {
            await corrections.decide(caller(context), 'approve', input.id, input.version);
            return reader.get(caller(context), input.id);
        }),
        reject: os.reject.handler(async ({ input, context }) => {
            await corrections.decide(caller(context), 'reject', input.id, input.version, input.reason);
            return { done: true as const }; // from now on it is its author's draft, which the approver does not see
        })
    });
}
