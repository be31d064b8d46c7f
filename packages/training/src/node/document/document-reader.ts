import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { CatalogueEntry, Document, DocumentRow, DocumentVersion, VersionRow } from '../../common/document/document-contract';
import { versionNumberText } from '../../common/document/version-number';
import type { TrainingTables } from '../training-tables';
import { cursorOf, type DocumentFilter, documentsWithReaders, filteredDocuments, orderedDocuments, showDocument } from './document-query';
import { EffectGate } from './effect-gate';
import { type DocumentReach, documentReach } from './reach';
import { approvalsOf, changeOf, holders, showVersion, showVersionRow, versionRows } from './version-rows';

/** On `document` and `version`: threads that nobody has settled, as far as they are the reader's business. */
const openComments = (reach: DocumentReach) => sql<number>`(select count(*)::int from training.version_comment said where said.version_id = version.id and said.parent_id is null and said.resolved_at is null and ${reach.underWay})`;

/** Documents and their versions as people read them; what is out of reach does not exist. Changes are made elsewhere. */
@injectable()
export class DocumentReader {
    constructor(@inject(Database) private readonly database: Database, @inject(ContributionProvider) @named(EffectGate) private readonly gates: ContributionProvider<EffectGate>) { }

    private get tables() {
        return this.database.read<TrainingTables>();
    }

    async list(principal: Principal, filter: DocumentFilter): Promise<{ rows: DocumentRow[]; next?: string }> {
        const reach = documentReach(principal);
        const found = await orderedDocuments(filteredDocuments(documentsWithReaders(this.tables, principal, reach), reach, filter), filter).execute();
        return pageOf(found, filter.limit, cursorOf(filter.order), showDocument);
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<Document> {
        const reach = documentReach(principal);
        const row = orNotFound(await documentsWithReaders(this.tables, principal, reach).select(reach.writable.as('writable')).where('document.id', '=', id).executeTakeFirst());
        const live = await this.tables.selectFrom('training.document_version').select('id').where('document_id', '=', id).where('state', 'in', ['effective', 'obsolete']).orderBy('major', 'desc').orderBy('minor', 'desc').limit(1).executeTakeFirst();
        const mine = principal.personId ? await this.tables.selectFrom('training.acknowledgement').selectAll().where('document_id', '=', id).where('person_id', '=', principal.personId).orderBy('at', 'desc').limit(1).executeTakeFirst() : undefined;
        const positions = row.position_ids.length ? await this.tables.selectFrom('core.position').select(['id', 'name']).where('id', 'in', row.position_ids).orderBy('code').execute() : [];
        return {
            ...showDocument(row), version: row.version, mayWrite: row.writable, mayRemind: row.writable && row.state === 'effective', positions, everybody: row.everybody,
            live: live ? await this.version(principal, live.id) : null,
            mine: mine ? { versionId: mine.version_id, number: versionNumberText(mine), hash: mine.hash, at: mine.at.toISOString() } : null
        };
    }

    async catalogue(principal: Principal): Promise<CatalogueEntry[]> {
        return this.tables.selectFrom('training.document as document').where(documentReach(principal).document).where('document.state', 'in', ['new', 'effective'])
            .select(['document.kind', 'document.chapter', 'document.area']).select(({ fn }) => fn.countAll<number>().as('documents')).groupBy(['document.kind', 'document.chapter', 'document.area']).orderBy('document.kind').orderBy('document.chapter').orderBy('document.area').execute();
    }

    /** @throws NOT_FOUND */
    async clause(principal: Principal, id: string): Promise<{ id: string; documentId: string; anchor: string; number: string; title: string; current: boolean }> {
        const row = orNotFound(await this.tables.selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id').selectAll('clause').where('clause.id', '=', id).where(documentReach(principal).document).executeTakeFirst());
        return { id, documentId: row.document_id, anchor: row.anchor, number: row.number, title: row.title, current: row.current };
    }

    /** The versions that the caller may read, newest first. @throws NOT_FOUND */
    async versions(principal: Principal, documentId: string): Promise<VersionRow[]> {
        const reach = documentReach(principal);
        orNotFound(await this.tables.selectFrom('training.document as document').select('document.id').where('document.id', '=', documentId).where(reach.document).executeTakeFirst());
        const rows = await versionRows(this.tables).where('version.document_id', '=', documentId).where(reach.document).where(reach.version('version')).orderBy('version.major', 'desc').orderBy('version.minor', 'desc').execute();
        return rows.map(showVersionRow);
    }

    /** @throws NOT_FOUND */
    async version(principal: Principal, id: string): Promise<DocumentVersion> {
        const reach = documentReach(principal);
        const found = orNotFound(await this.tables.selectFrom('training.document_version as version').innerJoin('training.document as document', 'document.id', 'version.document_id')
            .leftJoin('core.person as author', 'author.id', 'version.author_id').leftJoin('core.person as releaser', 'releaser.id', 'version.released_by')
            .selectAll('version').select(['author.name as author_name', 'releaser.name as releaser_name', 'document.owner_id']).select([reach.writable.as('writable'), openComments(reach).as('open_comments')]).where('version.id', '=', id).where(reach.document).where(reach.version('version')).executeTakeFirst());
        const { author_name: authorName, releaser_name: releasedByName, owner_id: ownerId, open_comments: waiting, writable, ...row } = found;
        const waits = row.state === 'approved' || row.state === 'scheduled';
        return showVersion(principal, {
            row, authorName, releasedByName, writable, openComments: waiting, approvals: await approvalsOf(this.tables, id), heldBy: waits ? await holders(this.tables, this.gates.getContributions(), await changeOf(this.tables, row, ownerId)) : []
        });
    }
}
