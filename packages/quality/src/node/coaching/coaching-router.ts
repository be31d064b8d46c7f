import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { coachingOperations } from '../../common/coaching/coaching-contract';
import type { CoachingEffects } from './coaching-effects';
import type { CoachingReader } from './coaching-reader';
import type { CoachingService } from './coaching-service';

export function coachingRouter(reader: CoachingReader, coaching: CoachingService, effects: CoachingEffects) {
    const os = implementOperations(coachingOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => reader.list(caller(context), input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        effect: os.effect.handler(({ input, context }) => effects.get(caller(context), input.id)),
        open: os.open.handler(async ({ input, context }) => reader.get(caller(context), await coaching.open(caller(context), input))),
        change: os.change.handler(async ({ input, context }) => {
            await coaching.change(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        tick: os.tick.handler(async ({ input, context }) => {
            await coaching.tick(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        note: os.note.handler(async ({ input, context }) => {
            await coaching.note(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        extend: os.extend.handler(async ({ input, context }) => {
            await coaching.extend(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        close: os.close.handler(async ({ input, context }) => {
            await coaching.close(caller(context), input);
            return reader.get(caller(context), input.id);
        })
    });
}
