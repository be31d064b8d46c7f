import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { articleEvaluationOperations } from '../../common/evaluation/evaluation-contract';
import type { ArticleEvaluationService } from './evaluation-service';

export function articleEvaluationRouter(evaluations: ArticleEvaluationService) {
    const os = implementOperations(articleEvaluationOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => evaluations.list(caller(context), input.id)),
        begin: os.begin.handler(({ context, input }) => evaluations.begin(caller(context), input.id, input.formId)),
        get: os.get.handler(({ context, input }) => evaluations.get(caller(context), input.id)),
        save: os.save.handler(({ context, input }) => evaluations.save(caller(context), input)),
        submit: os.submit.handler(({ context, input }) => evaluations.submit(caller(context), input)),
        discard: os.discard.handler(async ({ context, input }) => {
            await evaluations.discard(caller(context), input.id);
            return { done: true as const };
        })
    });
}
