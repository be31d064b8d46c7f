import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { feedbackOperations } from '../../common/feedback/feedback-contract';
import type { AnswerService } from './answer-service';
import type { FeedbackPolicies } from './feedback-policies';
import type { FeedbackReader } from './feedback-reader';
import type { FeedbackSchedule } from './feedback-schedule';
import type { ResponseService } from './response-service';

const done = { done: true as const };

export function feedbackRouter(reader: FeedbackReader, responses: ResponseService, answers: AnswerService, schedule: FeedbackSchedule, policies: FeedbackPolicies) {
    const os = implementOperations(feedbackOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => reader.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        release: os.release.handler(async ({ input, context }) => {
            await schedule.release(caller(context), input.id);
            return reader.get(caller(context), input.id);
        }),
        releaseMany: os.releaseMany.handler(async ({ input, context }) => ({ released: await schedule.releaseMany(caller(context), input.ids) })),
        acknowledge: os.acknowledge.handler(async ({ input, context }) => {
            await responses.acknowledge(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        dispute: os.dispute.handler(async ({ input, context }) => {
            await responses.dispute(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        withdraw: os.withdraw.handler(async ({ input, context }) => {
            await responses.withdraw(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        accept: os.accept.handler(async ({ input, context }) => {
            await responses.accept(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        escalate: os.escalate.handler(async ({ input, context }) => {
            await responses.escalate(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        answer: os.answer.handler(async ({ input, context }) => reader.get(caller(context), await answers.answer(caller(context), input))),
        policies: os.policies.handler(() => policies.list()),
        setPolicy: os.setPolicy.handler(async ({ input, context }) => {
            await policies.set(caller(context), input.formId, input.policy);
            return done;
        }),
        dropPolicy: os.dropPolicy.handler(async ({ input, context }) => {
            await policies.drop(caller(context), input.formId);
            return done;
        }),
        calendar: os.calendar.handler(() => policies.days()),
        setCalendar: os.setCalendar.handler(async ({ input, context }) => {
            await policies.setDays(caller(context), input);
            return done;
        })
    });
}
