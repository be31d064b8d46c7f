import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { feedbackOperations } from '../../common/feedback/feedback-contract';
import type { FeedbackService } from './feedback-service';

const done = { done: true as const };

export function feedbackRouter(feedback: FeedbackService) {
    const os = implementOperations(feedbackOperations);
    return os.router({
        verdicts: os.verdicts.handler(({ context, input }) => feedback.verdicts(caller(context), input.id)),
        say: os.say.handler(({ context, input }) => feedback.say(caller(context), input.id, input.helpful, input.reason)),
        flag: os.flag.handler(async ({ context, input }) => {
            await feedback.flag(caller(context), input);
            return done;
        }),
        flags: os.flags.handler(({ context, input }) => feedback.flags(caller(context), input)),
        decide: os.decide.handler(async ({ context, input }) => {
            await feedback.decide(caller(context), input);
            return done;
        })
    });
}
