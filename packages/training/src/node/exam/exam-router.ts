import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import type { BlueprintCheck } from '../../common/exam/check-blueprint';
import { examOperations } from '../../common/exam/exam-contract';
import type { AssignmentService } from './assignment-service';
import type { ExamReader } from './exam-reader';
import type { ExamService } from './exam-service';

const copied = ({ problems, supply, questions }: BlueprintCheck) => ({ problems: problems.map(({ detail, ...each }) => ({ ...each, ...detail ? { detail: { ...detail } } : {} })), supply: supply.map(each => ({ ...each })), questions });

export function examRouter(reader: ExamReader, exams: ExamService, assignments: AssignmentService) {
    const os = implementOperations(examOperations);
    return os.router({
        list: os.list.handler(({ input }) => reader.list(input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        add: os.add.handler(async ({ input, context }) => reader.get(caller(context), await exams.add(caller(context), input.title))),
        change: os.change.handler(async ({ input, context }) => {
            await exams.change(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        check: os.check.handler(async ({ input }) => copied(await exams.check(input.blueprint))),
        askable: os.askable.handler(({ input }) => exams.askable(input)),
        choices: os.choices.handler(() => exams.choices()),
        requestReview: os.requestReview.handler(async ({ input, context }) => {
            await exams.requestReview(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        publish: os.publish.handler(async ({ input, context }) => {
            await exams.publish(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        retire: os.retire.handler(async ({ input, context }) => {
            await exams.retire(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        assign: os.assign.handler(async ({ input, context }) => { const { assigned, leftOut } = await assignments.assign(caller(context), input); return { assigned, leftOut: [...leftOut] }; }),
        assignments: os.assignments.handler(({ input, context }) => assignments.list(caller(context), input)),
        extend: os.extend.handler(({ input, context }) => assignments.extend(caller(context), input)),
        withdraw: os.withdraw.handler(async ({ input, context }) => {
            await assignments.withdraw(caller(context), input.id);
            return { done: true as const };
        })
    });
}
