import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { attemptOperations } from '../../common/attempt/attempt-contract';
import type { AttemptService } from './attempt-service';
import type { FocusService } from './focus-service';
import type { MarkingService } from './marking-service';
import type { ReviewReader } from './review-reader';
import type { SittingReader } from './sitting-reader';

export function attemptRouter(sittings: SittingReader, attempts: AttemptService, reviews: ReviewReader, markings: MarkingService, focus: FocusService) {
    const os = implementOperations(attemptOperations);
    return os.router({
        mine: os.mine.handler(({ context }) => sittings.mine(caller(context))),
        begin: os.begin.handler(async ({ input, context }) => ({ id: await attempts.begin(caller(context), input.id) })),
        sit: os.sit.handler(({ input, context }) => sittings.sit(caller(context), input.id)),
        save: os.save.handler(({ input, context }) => attempts.save(caller(context), input)),
        focus: os.focus.handler(async ({ input, context }) => ({ timesLeft: await focus.report(caller(context), input) })),
        submit: os.submit.handler(async ({ input, context }) => ({ submittedAt: (await attempts.submit(caller(context), input.id, new Date(), input.viewed)).toISOString() })),
        review: os.review.handler(({ input, context }) => reviews.own(caller(context), input.id)),
        list: os.list.handler(({ input, context }) => markings.list(caller(context), input)),
        queue: os.queue.handler(({ input, context }) => markings.queue(caller(context), input)),
        marking: os.marking.handler(({ input, context }) => reviews.marking(caller(context), input.id)),
        mark: os.mark.handler(async ({ input, context }) => {
            await markings.mark(caller(context), input);
            return reviews.marking(caller(context), input.id);
        }),
        regrade: os.regrade.handler(async ({ input, context }) => {
            await markings.regrade(caller(context), input);
            return reviews.marking(caller(context), input.id);
        }),
        release: os.release.handler(async ({ input, context }) => {
            await markings.release(caller(context), input.id);
            return reviews.marking(caller(context), input.id);
        })
    });
}
