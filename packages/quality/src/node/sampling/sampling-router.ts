import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { samplingOperations } from '../../common/sampling/sampling-contract';
import type { Qualifications } from './qualifications';
import type { SamplingDraws } from './sampling-draws';
import type { SamplingPlans } from './sampling-plans';
import type { SamplingQueueService } from './sampling-queue';
import type { SamplingRedistribution } from './sampling-redistribution';
import type { SamplingResults } from './sampling-results';

const done = { done: true as const };

export function samplingRouter(plans: SamplingPlans, draws: SamplingDraws, results: SamplingResults, queue: SamplingQueueService, qualifications: Qualifications, redistribution: SamplingRedistribution) {
    const os = implementOperations(samplingOperations);
    return os.router({
        list: os.list.handler(({ input }) => plans.list(input)),
        get: os.get.handler(({ input }) => plans.get(input.id)),
        create: os.create.handler(({ input, context }) => plans.create(caller(context), input)),
        change: os.change.handler(({ input, context }) => plans.change(caller(context), input)),
        outline: os.outline.handler(({ input }) => plans.outline(input.definition, input.day, input.planId)),
        draw: os.draw.handler(({ input, context }) => draws.draw(caller(context), input.id, input.day)),
        result: os.result.handler(({ input }) => results.result(input.id)),
        items: os.items.handler(({ input, context }) => results.items(caller(context), input.id, input)),
        repeat: os.repeat.handler(({ input }) => draws.repeat(input.id)),
        replace: os.replace.handler(async ({ input, context }) => {
            await draws.replace(caller(context), input.id, input.reason, input.text);
            return done;
        }),
        redistribute: os.redistribute.handler(({ input, context }) => redistribution.redistribute(caller(context), input.id, input)),
        queue: os.queue.handler(({ context }) => queue.queue(caller(context))),
        next: os.next.handler(async ({ context }) => ({ evaluationId: await queue.next(caller(context)) })),
        qualifications: os.qualifications.handler(() => qualifications.list()),
        qualify: os.qualify.handler(async ({ input, context }) => {
            await qualifications.set(caller(context), input);
            return done;
        })
    });
}
