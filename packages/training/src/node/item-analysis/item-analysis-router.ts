import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { itemAnalysisOperations } from '../../common/item-analysis/item-analysis-contract';
import type { ItemAnalysisReader } from './item-analysis-reader';

export function itemAnalysisRouter(reader: ItemAnalysisReader) {
    const os = implementOperations(itemAnalysisOperations);
    return os.router({ get: os.get.handler(({ input, context }) => reader.get(caller(context), input)) });
}
