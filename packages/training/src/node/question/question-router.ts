import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { questionOperations } from '../../common/question/question-contract';
import type { QuestionChecks } from './question-checks';
import type { QuestionEditing } from './question-editing';
import type { QuestionExchange } from './question-exchange';
import type { QuestionReader } from './question-reader';

export function questionRouter(reader: QuestionReader, editing: QuestionEditing, checks: QuestionChecks, exchange: QuestionExchange) {
    const os = implementOperations(questionOperations);
    return os.router({
        list: os.list.handler(({ input, context }) => reader.list(caller(context), input)),
        facets: os.facets.handler(() => reader.facets()),
        clauses: os.clauses.handler(({ input }) => reader.clauses(input)),
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input.id)),
        create: os.create.handler(async ({ input, context }) => reader.get(caller(context), await editing.create(caller(context), input.content))),
        save: os.save.handler(async ({ input, context }) => {
            await editing.save(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        act: os.act.handler(async ({ input, context }) => {
            await editing.act(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        discard: os.discard.handler(async ({ input, context }) => ({ gone: await editing.discard(caller(context), input) })),
        confirm: os.confirm.handler(async ({ input, context }) => {
            await checks.confirm(caller(context), input);
            return reader.get(caller(context), input.id);
        }),
        planImport: os.planImport.handler(({ input }) => exchange.plan(input)),
        import: os.import.handler(({ input, context }) => exchange.import(caller(context), input)),
        undoImport: os.undoImport.handler(({ input, context }) => exchange.undo(caller(context), input.id)),
        export: os.export.handler(({ input, context }) => exchange.export(caller(context), input))
    });
}
