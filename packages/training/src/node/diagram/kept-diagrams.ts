import { invalid } from '@earshot/core/lib/node/api/failure';
import type { Kysely } from 'kysely';
import type { DiagramReference } from '../../common/diagram/diagram';
import { isDiagramId } from '../../common/diagram/placed-diagrams';
import type { Tables } from '../training-tables';

/** @throws INVALID 'unknown-diagram' for one whose file was never kept for the document, or that stands there twice */
export async function requireKeptDiagrams(database: Kysely<Tables>, documentId: string, diagrams: readonly DiagramReference[]): Promise<void> {
    if (diagrams.length === 0) {
        return;
    }
    const hashes = [...new Set(diagrams.map(each => each.hash))];
    const kept = await database.selectFrom('training.diagram').select('hash').where('document_id', '=', documentId).where('hash', 'in', hashes).execute();
    if (kept.length < hashes.length || new Set(diagrams.map(each => each.id)).size < diagrams.length || !diagrams.every(each => isDiagramId(each.id))) {
        throw invalid([{ path: 'content.diagrams', code: 'unknown-diagram' }]);
    }
}

/** What the diagrams of documents say, by document and hash. */
export async function wordsOfDiagrams(database: Kysely<Tables>, documentIds: readonly string[]): Promise<(documentId: string, hash: string) => string> {
    const rows = documentIds.length === 0 ? [] : await database.selectFrom('training.diagram').select(['document_id', 'hash', 'words']).where('document_id', 'in', [...documentIds]).execute();
    const words = new Map(rows.map(each => [`${each.document_id} ${each.hash}`, each.words]));
    return (documentId, hash) => words.get(`${documentId} ${hash}`) ?? '';
}
