import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { DocumentVersion, SearchSource, SourceDocument } from '@earshot/core/lib/node/search/search-source';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person } from '@earshot/core/lib/node/work/work-contributions';
import { plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import { inject, injectable } from '@theia/core/shared/inversify';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { type Selectable, sql } from 'kysely';
import { diagramsOf, withDiagrams } from '../../common/diagram/placed-diagrams';
import { wordsOfDiagrams } from '../diagram/kept-diagrams';
import type { TrainingTables } from '../training-tables';
import type { DocumentTable } from './document-tables';

/** Those who read past restrictions. */
const readersOfAll = 'document-readers-of-all';
const positionGroup = (id: string): string => `position:${id}`;

type Shown = Pick<Selectable<DocumentTable>, 'restricted' | 'everybody' | 'position_ids' | 'owner_id'>;
const audience = ({ restricted, everybody, position_ids: positions, owner_id: owner }: Shown): readonly string[] =>
    !restricted || everybody ? ['everyone'] : [readersOfAll, ...positions.map(positionGroup), ...owner ? [`person:${owner}`] : []];

/** The clauses in effect for the search service: what is obsolete or not in effect yet is not found. */
@injectable()
export class ClauseSearch implements SearchSource {
    readonly kind = 'clause';
    readonly permission = 'document:read';
    readonly events = ['clause.changed'];

    constructor(@inject(Database) private readonly database: Database) { }

    async versions(): Promise<readonly DocumentVersion[]> {
        return (await this.current().execute()).map(each => ({ id: each.id, version: each.seal }));
    }

    async load(ids: readonly string[]): Promise<readonly SourceDocument[]> {
        if (!ids.length) {
            return [];
        }
        const rows = await this.current().innerJoin('training.document_version as version', 'version.id', 'clause.version_id').select(['document.id as document_id', 'version.content'])
            .select(['clause.number', 'clause.title', 'clause.text', 'document.title as document_title', 'document.language', 'document.chapter', 'document.restricted', 'document.everybody', 'document.position_ids', 'document.owner_id', 'document.effective_at', 'document.review_due_at'])
            .where('clause.id', 'in', [...ids]).execute();
        const wordsOf = await wordsOfDiagrams(this.database.read<TrainingTables>(), [...new Set(rows.filter(each => diagramsOf(each.content).length > 0).map(each => each.document_id))]);
        const saying = ({ text, content, document_id: documentId }: typeof rows[number]): string => withDiagrams(text, id => wordsOf(documentId, diagramsOf(content).find(each => each.id === id)?.hash ?? ''));
        return rows.map(each => ({
            id: each.id, version: each.seal, fields: { title: `${each.title} · ${each.document_title}`, questions: [], tags: [each.number], text: plainText(saying(each)) }, language: languageTags[each.language], audience: audience(each),
            updatedAt: each.effective_at?.getTime() ?? 0, link: linkTo('training', 'clauses', each.id), state: each.review_due_at && each.review_due_at.getTime() < Date.now() ? 'unverified' : 'current'
        }));
    }

    async groups(principal: Person): Promise<readonly string[]> {
        const me = await this.database.read().selectFrom('core.person').select('position_id').where('id', '=', principal.personId).executeTakeFirst();
        const all = ['document:read-all', 'document:approve'].some(each => principal.permissions.has(each)) || principal.permissions.get('document:write') === 'all';
        return [...me?.position_id ? [positionGroup(me.position_id)] : [], ...all ? [readersOfAll] : []];
    }

    private current() {
        return this.database.read<TrainingTables>().selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id').where('clause.current', '=', true).where('document.state', '=', 'effective')
            .select('clause.id').select(sql<string>`md5(concat_ws(' ', clause.version_id, clause.number, document.owner_id, document.review_due_at < now()))`.as('seal'));
    }
}
