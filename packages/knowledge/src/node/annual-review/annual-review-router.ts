import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { annualReviewOperations } from '../../common/annual-review/annual-review-contract';
import type { AnnualReviewService } from './annual-review-service';

export function annualReviewRouter(reviews: AnnualReviewService) {
    const os = implementOperations(annualReviewOperations);
    return os.router({
        scopes: os.scopes.handler(({ context }) => reviews.scopes(caller(context))),
        list: os.list.handler(({ context, input }) => reviews.list(caller(context), input)),
        get: os.get.handler(({ context, input }) => reviews.get(caller(context), input.id)),
        figures: os.figures.handler(({ context, input }) => reviews.figures(caller(context), input.categoryId ?? null)),
        add: os.add.handler(({ context, input }) => reviews.add(caller(context), input)),
        settle: os.settle.handler(({ context, input }) => reviews.settle(caller(context), input.id))
    });
}
