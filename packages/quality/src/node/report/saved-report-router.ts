import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { savedReportOperations } from '../../common/report/saved-report-contract';
import type { SavedReports } from './saved-reports';

export function savedReportRouter(service: SavedReports) {
    const os = implementOperations(savedReportOperations);
    return os.router({
        list: os.list.handler(({ context }) => service.list(caller(context))),
        get: os.get.handler(({ input, context }) => service.get(caller(context), input.id)),
        add: os.add.handler(({ input, context }) => service.add(caller(context), input)),
        change: os.change.handler(({ input, context }) => service.change(caller(context), input)),
        remove: os.remove.handler(async ({ input, context }) => {
            await service.remove(caller(context), input.id, input.version);
            return { done: true as const };
        })
    });
}
