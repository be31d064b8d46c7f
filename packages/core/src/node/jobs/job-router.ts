import { houseOperations } from '../../common/house-contract';
import { caller } from '../api/context';
import { implementOperations } from '../api/implementation';
import type { JobService } from './job-service';

/** Carries out the operations on jobs. */
export function jobRouter(jobs: JobService) {
    const os = implementOperations(houseOperations);
    return {
        jobs: os.jobs.handler(({ context, input }) => jobs.list(caller(context), input)),
        job: os.job.handler(({ context, input }) => jobs.get(caller(context), input.id)),
        cancelJob: os.cancelJob.handler(({ context, input }) => jobs.cancel(caller(context), input.id))
    };
}
