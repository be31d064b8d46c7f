import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { reportOperations } from '../../common/report/report-contract';
import type { ReportService } from './report-service';

export function reportRouter(service: ReportService) {
    const os = implementOperations(reportOperations);
    return os.router({
        read: os.read.handler(({ input: { report, ...query }, context }) => service.read(caller(context), report, query)),
        series: os.series.handler(({ input, context }) => service.series(caller(context), input))
    });
}
