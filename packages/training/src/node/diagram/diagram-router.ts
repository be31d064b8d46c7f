import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { diagramOperations } from '../../common/diagram/diagram-contract';
import type { DiagramService } from './diagram-service';

export function diagramRouter(diagrams: DiagramService) {
    const os = implementOperations(diagramOperations);
    return os.router({
        add: os.add.handler(({ context, input }) => diagrams.add(caller(context), input)),
        find: os.find.handler(({ context, input }) => diagrams.find(caller(context), input))
    });
}
