import { createHash } from 'node:crypto';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { diagramsOf } from '../../common/diagram/placed-diagrams';
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
        // Nothing is read for somebody to whom the draft does not exist.
        requireWritable(orNotFound(await this.versions(principal, id).executeTakeFirst()).writable);
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

    /** Those who write the document see any of its files, since they put them into their draft. @returns one, or none. @throws NOT_FOUND for a version that is out of reach */
    async find(principal: Principal, { id, hash }: { readonly id: string; readonly hash: string }): Promise<{ hash: string; xml: string }[]> {
        const version = orNotFound(await this.versions(principal, id).executeTakeFirst());
        const shown = version.writable || diagramsOf(version.content).some(each => each.hash === hash);
        return shown ? this.database.read<TrainingTables>().selectFrom('training.diagram').select(['hash', 'xml']).where('document_id', '=', version.document_id).where('hash', '=', hash).execute() : [];
    }

    private versions(principal: Principal, id: string) {
        const reach = documentReach(principal);
        return this.database.read<TrainingTables>().selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
            .select(['version.content', 'version.document_id']).select(reach.writable.as('writable')).where('version.id', '=', id).where(reach.document).where(reach.version('version'));
    }
}
