import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { itemAnalysisOperations } from '../../common/item-analysis/item-analysis-contract';
import type { ItemAnalysisReader } from './item-analysis-reader';
import type { ItemFindings } from './item-findings';

export function itemAnalysisRouter(reader: ItemAnalysisReader, findings: ItemFindings) {
    const os = implementOperations(itemAnalysisOperations);
    return os.router({
        get: os.get.handler(({ input, context }) => reader.get(caller(context), input)),
        look: os.look.handler(async ({ input, context }) => {
            await findings.look(caller(context), input.id);
            return { done: true as const };
        })
    });
}
