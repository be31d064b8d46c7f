import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { categoryOperations } from '../../common/category/category-contract';
import type { CategoryService } from './category-service';

export function categoryRouter(categories: CategoryService) {
    const os = implementOperations(categoryOperations);
    return os.router({
        list: os.list.handler(({ context }) => categories.list(caller(context))),
        add: os.add.handler(({ context, input }) => categories.add(caller(context), input)),
        change: os.change.handler(({ context, input }) => categories.set(caller(context), input)),
        remove: os.remove.handler(async ({ context, input }) => {
            await categories.remove(caller(context), input.id);
            return { done: true as const };
        })
    });
}
