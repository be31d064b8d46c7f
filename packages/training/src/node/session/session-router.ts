import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import type { Answers } from '@earshot/forms';
import { courseOperations } from '../../common/session/course-contract';
import { trainingSessionOperations } from '../../common/session/session-contract';
import type { CourseService } from './course-service';
import type { SessionFeedbackService } from './feedback-service';
import type { SessionEffects } from './session-effects';
import type { SessionPeople } from './session-people';
import type { SessionPlanning } from './session-planning';
import type { SessionReader } from './session-reader';

export function courseRouter(courses: CourseService, effects: SessionEffects) {
    const os = implementOperations(courseOperations);
    return os.router({
        list: os.list.handler(({ input }) => courses.list(input)),
        get: os.get.handler(({ input }) => courses.get(input.id)),
        add: os.add.handler(async ({ input, context }) => courses.get(await courses.add(caller(context), input))),
        change: os.change.handler(async ({ input, context }) => {
            await courses.change(caller(context), input);
            return courses.get(input.id);
        }),
        effect: os.effect.handler(({ input, context }) => effects.ofCourse(caller(context), input.id))
    });
}

export function sessionRouter(reader: SessionReader, planning: SessionPlanning, people: SessionPeople, feedback: SessionFeedbackService, effects: SessionEffects) {
    const os = implementOperations(trainingSessionOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => reader.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        plan: os.plan.handler(async ({ input, context }) => reader.get(caller(context), await planning.plan(caller(context), input))),
        change: os.change.handler(async ({ input, context }) => {
            await planning.change(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        act: os.act.handler(async ({ input, context }) => {
            await planning.act(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        invite: os.invite.handler(async ({ input, context }) => ({ ...await people.invite(caller(context), input) })),
        uninvite: os.uninvite.handler(async ({ input, context }) => {
            await people.uninvite(caller(context), input);
            return { done: true as const };
        }),
        missing: os.missing.handler(({ input, context }) => reader.missing(caller(context), input.id)),
        note: os.note.handler(async ({ input, context }) => {
            await people.note(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        feedback: os.feedback.handler(({ input, context }) => feedback.summary(caller(context), input.id)),
        effect: os.effect.handler(({ input, context }) => effects.ofSession(caller(context), input.id)),
        mine: os.mine.handler(({ context }) => feedback.mine(caller(context))),
        my: os.my.handler(({ input, context }) => feedback.my(caller(context), input.id)),
        giveFeedback: os.giveFeedback.handler(async ({ input, context }) => {
            await feedback.give(caller(context), { ...input, answers: input.answers as Answers });
            return feedback.my(caller(context), input.id);
        })
    });
}
