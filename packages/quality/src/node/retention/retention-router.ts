import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { retentionOperations } from '../../common/retention/retention-contract';
import type { ContentDeletion } from './content-deletion';
import type { LegalHolds } from './legal-holds';
import type { RetentionForecasts } from './retention-forecasts';
import type { RetentionRules } from './retention-rules';

const done = { done: true as const };

export function retentionRouter(rules: RetentionRules, forecasts: RetentionForecasts, holds: LegalHolds, deletion: ContentDeletion) {
    const os = implementOperations(retentionOperations);
    /** Whoever may hold or erase is shown what became of it, also without the permission to read about retention. */
    const reading = (context: Parameters<typeof caller>[0]) => ({ ...caller(context), permissions: new Map([...caller(context).permissions, ['retention:read', 'all'] as const]) });
    return os.router({
        rules: os.rules.handler(() => rules.list()),
        addRule: os.addRule.handler(({ input, context }) => rules.add(caller(context), input)),
        changeRule: os.changeRule.handler(({ input, context }) => rules.change(caller(context), input)),
        removeRule: os.removeRule.handler(async ({ input, context }) => {
            await rules.remove(caller(context), input.id, input.version);
            return done;
        }),
        preview: os.preview.handler(({ input }) => forecasts.preview(new Date(), input.rule)),
        deletions: os.deletions.handler(({ input }) => forecasts.deletions(input)),
        holds: os.holds.handler(({ input }) => holds.list(input)),
        ofInteraction: os.ofInteraction.handler(({ input, context }) => forecasts.of(caller(context), input.id)),
        hold: os.hold.handler(async ({ input, context }) => {
            await holds.place(caller(context), input.id, input.reason);
            return forecasts.of(reading(context), input.id);
        }),
        liftHold: os.liftHold.handler(async ({ input, context }) => {
            await holds.lift(caller(context), input.id, input.reason);
            return forecasts.of(reading(context), input.id);
        }),
        erase: os.erase.handler(async ({ input, context }) => {
            await deletion.erase(caller(context), input);
            return forecasts.of(reading(context), input.id);
        })
    });
}
