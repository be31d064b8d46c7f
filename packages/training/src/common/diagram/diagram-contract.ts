import { id, operation, z } from '@earshot/core/lib/common/api/operation';
import { documentRoute as route } from '../document/document-contract';
import { diagramLimits } from './diagram';

const hash = z.string().max(64);

/** Files of diagrams. One is kept as it is, known by its hash; which of them a version shows is part of its content. */
export const diagramOperations = {
    add: operation('document:write').route(route('POST', '/document-versions/{id}/diagrams', 'Check a BPMN 2.0 file and keep it for the document of a draft, which shows it once it is saved so'))
        .input(z.object({ id, xml: z.string().max(diagramLimits.bytes) })).output(z.object({ hash })),
    find: operation('document:read').route(route('GET', '/document-versions/{id}/diagrams', 'The BPMN 2.0 file with a hash, where the version shows it; otherwise none')).input(z.object({ id, hash })).output(z.array(z.object({ hash, xml: z.string() })))
};
