import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { calibrationOperations } from '../../common/calibration/calibration-contract';
import type { CalibrationResults } from './calibration-results';
import type { CalibrationService } from './calibration-service';
import type { OverturnedCalls } from './overturned-calls';

const done = { done: true as const };

export function calibrationRouter(service: CalibrationService, results: CalibrationResults, overturned: OverturnedCalls) {
    const os = implementOperations(calibrationOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => service.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => service.get(caller(context), input.id)),
        overturned: os.overturned.handler(({ input }) => overturned.of(input.formId)),
        create: os.create.handler(({ input, context }) => service.create(caller(context), input)),
        change: os.change.handler(({ input, context }) => service.change(caller(context), input)),
        act: os.act.handler(({ input, context }) => service.act(caller(context), input.id, input.version, input.action)),
        discard: os.discard.handler(async ({ input, context }) => {
            await service.discard(caller(context), input.id);
            return done;
        }),
        score: os.score.handler(async ({ input, context }) => ({ evaluationId: await service.score(caller(context), input.id, input.interactionId) })),
        result: os.result.handler(({ input, context }) => results.result(caller(context), input.id, input.rules)),
        settle: os.settle.handler(async ({ input, context }) => {
            await results.agree(caller(context), input);
            return done;
        }),
        unsettle: os.unsettle.handler(async ({ input, context }) => {
            await results.withdraw(caller(context), input);
            return done;
        }),
        rule: os.rule.handler(async ({ input, context }) => {
            await results.rule(caller(context), input);
            return done;
        }),
        trend: os.trend.handler(({ input, context }) => results.trend(caller(context), input.formId)),
        evaluators: os.evaluators.handler(({ context }) => results.evaluators(caller(context)))
    });
}
