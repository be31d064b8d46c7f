import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { importOperations } from '../../common/import/import-contract';
import type { ImportService } from './import-service';

export function importRouter(imports: ImportService) {
    const os = implementOperations(importOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => imports.list(caller(context), input)),
        get: os.get.handler(({ context, input }) => imports.get(caller(context), input.id)),
        rows: os.rows.handler(({ context, input }) => imports.rows(caller(context), input)),
        set: os.set.handler(({ context, input }) => imports.set(caller(context), input)),
        write: os.write.handler(({ context, input }) => imports.write(caller(context), input)),
        undo: os.undo.handler(({ context, input }) => imports.undo(caller(context), input)),
        cancel: os.cancel.handler(({ context, input }) => imports.cancel(caller(context), input.id)),
        remove: os.remove.handler(async ({ context, input }) => {
            await imports.remove(caller(context), input.id);
            return { done: true as const };
        })
    });
}
