import { createHash } from 'node:crypto';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { readDiagram } from '../../common/diagram/read-diagram';
import { wordsOfDiagram } from '../../common/diagram/steps-in-order';
import { changeDocuments, holdVersion, requireWritable } from '../document/document-change';
import { documentReach } from '../document/reach';
import type { TrainingTables } from '../training-tables';

/** The files of diagrams. Who may read a version may see what it shows. */
@injectable()
export class DiagramService {
    constructor(@inject(Database) private readonly database: Database) { }

    /**
     * Keeps a file once, however often it comes. A version shows it when its content names it.
     * @throws NOT_FOUND; FORBIDDEN; CONFLICT 'document-not-a-draft'; INVALID with a `DiagramProblem` for what is no diagram
     */
    async add(principal: Principal, { id, xml }: { readonly id: string; readonly xml: string }): Promise<{ hash: string }> {
        scopeOf(principal, 'document:write');
        const { diagram, problem } = await readDiagram(xml);
        if (problem) {
            throw invalid([{ path: 'file', code: problem }]);
        }
        const hash = createHash('sha256').update(xml, 'utf8').digest('hex');
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { row, document, writable } = await holdVersion(transaction, principal, id);
            requireWritable(writable);
            if (row.state !== 'draft') {
                throw conflict('document-not-a-draft', {});
            }
            await transaction.insertInto('training.diagram').values({ document_id: document.id, hash, xml, words: wordsOfDiagram(diagram), added_by: principal.personId, added_at: new Date() }).onConflict(found => found.columns(['document_id', 'hash']).doNothing()).execute();
            log.audit('document.diagram-added', 'documents', document.id, { version: id, hash });
        });
        return { hash };
    }

    /** Those who write the document see any of its files, since they put them into their draft. @throws NOT_FOUND */
    async get(principal: Principal, { id, hash }: { readonly id: string; readonly hash: string }): Promise<{ hash: string; xml: string }> {
        const reach = documentReach(principal);
        const { xml } = orNotFound(await this.database.read<TrainingTables>().selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
            .innerJoin('training.diagram as diagram', 'diagram.document_id', 'document.id').select('diagram.xml').where('version.id', '=', id).where('diagram.hash', '=', hash).where(reach.document).where(reach.version('version'))
            .where(sql<boolean>`(${reach.writable} or version.content -> 'diagrams' @> ${JSON.stringify([{ hash }])}::jsonb)`).executeTakeFirst());
        return { hash, xml };
    }
}
