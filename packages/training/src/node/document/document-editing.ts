import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Selectable } from 'kysely';
import { diagramsOf } from '../../common/diagram/placed-diagrams';
import { anchorClauses } from '../../common/document/anchor-clauses';
import { headingLines, linesOf, outlineOf } from '../../common/document/clauses';
import { type DocumentContent, mostClauses, newContent, withScriptText } from '../../common/document/document-content';
import { emptyScript } from '../../common/script/edit-script';
import { nextNumber } from '../../common/document/version-number';
import type { TrainingTransaction } from '../training-tables';
import { requireKeptDiagrams } from '../diagram/kept-diagrams';
import { changeDocuments, documentChanged, effectiveVersion, hashOfContent, holdDocument, holdVersion, listedColumns, newAnchor, openVersion, requireVersion, requireWritable } from './document-change';
import type { DocumentTable } from './document-tables';

export type NewDocument = Pick<DocumentContent, 'language' | 'title' | 'kind' | 'chapter' | 'area' | 'text'> & Partial<DocumentContent> & { readonly asScript?: boolean };
type Numbered = Pick<Selectable<DocumentTable>, 'id' | 'major' | 'minor'>;
const currentNumber = ({ major, minor }: Numbered) => major === null ? null : { major, minor: minor! };

/** Begins, writes and discards versions of documents; says who answers for a document. */
@injectable()
export class DocumentEditing {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @param about.asScript a call script with its first step, unless its steps are given. @returns the id of the first version, a draft. @throws INVALID 'unknown-position', 'too-many-clauses' */
    async create(principal: Principal, { asScript = false, ...about }: NewDocument): Promise<string> {
        scopeOf(principal, 'document:write');
        const written = withScriptText(newContent({ ...about, script: about.script ?? (asScript ? emptyScript(newAnchor(), about.title) : null) }));
        requireFewClauses(written.text);
        const content = { ...written, text: anchorClauses(written.text, [], newAnchor) };
        return changeDocuments(this.database, principal, async (transaction, log) => {
            await requirePositions(transaction, content);
            const id = newId();
            const now = new Date();
            await transaction.insertInto('training.document').values({ id, ...listedColumns(content), owner_id: principal.personId, major: null, minor: null, created_at: now, changed_at: now }).execute();
            log.audit('document.created', 'documents', id, { kind: content.kind, chapter: content.chapter, language: content.language });
            const version = await this.addDraft(transaction, principal, { id, major: null, minor: null }, content);
            documentChanged(log, { id, restricted: content.restricted, owner_id: principal.personId });
            return version;
        });
    }

    /** A draft from what is in effect, or was last. @returns its id. @throws NOT_FOUND; CONFLICT 'version-under-way' */
    async begin(principal: Principal, documentId: string): Promise<string> {
        return changeDocuments(this.database, principal, async (transaction, log) => {
            const { document, writable } = await holdDocument(transaction, principal, documentId);
            requireWritable(writable);
            if (await openVersion(transaction, documentId)) {
                throw conflict('version-under-way', {});
            }
            const base = orNotFound(await transaction.selectFrom('training.document_version').selectAll().where('document_id', '=', documentId).where('state', 'in', ['effective', 'obsolete']).orderBy('major', 'desc').orderBy('minor', 'desc').limit(1).executeTakeFirst());
            const id = await this.addDraft(transaction, principal, document, { ...base.content, change: 'major' });
            log.audit('document.version-begun', 'documents', documentId, { version: id });
            await touch(transaction, documentId);
            documentChanged(log, document);
            return id;
        });
    }

    /**
     * Saves a draft, with gaps. Clauses are found again (`anchor-clauses`), so the text may come with anchors or without. Saving what is there already
     * changes nothing, so that a repeated request is recognised.
     *
     * @throws NOT_FOUND; CONFLICT 'not-a-draft', 'changed-meanwhile'; INVALID 'unknown-position', 'too-many-clauses', 'unknown-diagram'
     */
    async save(principal: Principal, { id, version, content, note }: { readonly id: string; readonly version: number; readonly content: DocumentContent; readonly note: string | null }): Promise<void> {
        const text = withScriptText(content).text;
        requireFewClauses(text);
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { row, document, writable } = await holdVersion(transaction, principal, id);
            requireWritable(writable);
            if (row.state !== 'draft') {
                throw conflict('document-not-a-draft', {});
            }
            await requirePositions(transaction, content);
            await requireKeptDiagrams(transaction, document.id, diagramsOf(content));
            const inEffect = await effectiveVersion(transaction, document.id);
            const known = [row.content, ...inEffect ? [inEffect.content] : []].map(each => outlineOf(each.text).clauses);
            const anchored: DocumentContent = { ...content, text: anchorClauses(text, known, newAnchor) };
            const hash = hashOfContent(anchored);
            if (row.hash !== hash || row.note !== note) {
                requireVersion(row, version);
                const contributors = [...new Set([...row.contributors, ...principal.personId ? [principal.personId] : []])];
                await transaction.updateTable('training.document_version').set({
                    content: JSON.stringify(anchored), hash, note, author_id: principal.personId, contributors, changed_at: new Date(), version: version + 1, ...nextNumber(currentNumber(document), anchored.change)
                }).where('id', '=', id).execute();
                if (document.state === 'new') {
                    await transaction.updateTable('training.document').set(listedColumns(anchored)).where('id', '=', document.id).execute();
                }
                await touch(transaction, document.id);
                documentChanged(log, document, contributors);
            }
            log.audit('document.draft-saved', 'documents', document.id, { version: id, hash });
        });
    }

    /** @throws NOT_FOUND; CONFLICT 'not-a-draft' */
    async discard(principal: Principal, id: string): Promise<void> {
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { row, document, writable } = await holdVersion(transaction, principal, id);
            requireWritable(writable);
            if (row.state !== 'draft') {
                throw conflict('document-not-a-draft', {});
            }
            await transaction.deleteFrom('training.document_version').where('id', '=', id).execute();
            log.audit('document.draft-discarded', 'documents', document.id, { version: id });
            if (document.state === 'new') {
                await transaction.deleteFrom('training.document').where('id', '=', document.id).execute();
                log.audit('document.discarded', 'documents', document.id);
            } else {
                await touch(transaction, document.id);
            }
            documentChanged(log, document);
        });
    }

    /** Who answers for it is no part of what is approved. @throws NOT_FOUND; CONFLICT 'changed-meanwhile'; INVALID 'unknown-person' */
    async own(principal: Principal, { id, version, ownerId }: { readonly id: string; readonly version: number; readonly ownerId: string }): Promise<void> {
        await changeDocuments(this.database, principal, async (transaction, log) => {
            const { document, writable } = await holdDocument(transaction, principal, id);
            requireWritable(writable);
            requireVersion(document, version);
            if (!await transaction.selectFrom('core.person').select('id').where('id', '=', ownerId).where('status', '=', 'active').executeTakeFirst()) {
                throw invalid([{ path: 'ownerId', code: 'unknown-person' }]);
            }
            await transaction.updateTable('training.document').set({ owner_id: ownerId, version: version + 1, changed_at: new Date() }).where('id', '=', id).execute();
            log.audit('document.owned', 'documents', id, { from: document.owner_id, to: ownerId });
            documentChanged(log, document, [ownerId]);
        });
    }

    private async addDraft(transaction: TrainingTransaction, principal: Principal, document: Numbered, content: DocumentContent): Promise<string> {
        const id = newId();
        const now = new Date();
        await transaction.insertInto('training.document_version').values({
            id, document_id: document.id, ...nextNumber(currentNumber(document), content.change), state: 'draft', content: JSON.stringify(content), hash: hashOfContent(content), author_id: principal.personId,
            contributors: principal.personId ? [principal.personId] : [], note: null, created_at: now, changed_at: now, release_reason: null, released_by: null
        }).execute();
        return id;
    }
}

const touch = (transaction: TrainingTransaction, documentId: string) => transaction.updateTable('training.document').set({ changed_at: new Date() }).where('id', '=', documentId).execute();

/** @throws INVALID 'too-many-clauses' before anything is compared clause by clause */
function requireFewClauses(text: string): void {
    if (headingLines(linesOf(text)).length > mostClauses) {
        throw invalid([{ path: 'content.text', code: 'too-many-clauses' }]);
    }
}

/** @throws INVALID 'unknown-position' */
async function requirePositions(transaction: TrainingTransaction, { positionIds }: DocumentContent): Promise<void> {
    const wanted = [...new Set(positionIds)];
    const found = wanted.length ? await transaction.selectFrom('core.position').select('id').where('id', 'in', wanted).execute() : [];
    if (found.length < wanted.length) {
        throw invalid([{ path: 'content.positionIds', code: 'unknown-position' }]);
    }
}
