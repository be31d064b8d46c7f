import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { duplicateOperations } from '../../common/duplicate-contract';
import type { DuplicateService } from './duplicate-service';

export function duplicateRouter(duplicates: DuplicateService) {
    const os = implementOperations(duplicateOperations);
    return os.router({ find: os.find.handler(({ context, input }) => duplicates.find(caller(context), input.text, input.except)) });
}
