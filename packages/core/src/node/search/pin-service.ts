import { inject, injectable } from '@theia/core/shared/inversify';
import type { Selectable } from 'kysely';
import type { Pin } from '../../common/search/search-contract';
import type { Person } from '../work/work-contributions';
import { WorkService } from '../work/work-service';
import { conflict, invalid, notFound } from '../api/failure';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';
import type { PinTable, SearchTables } from './search-tables';

const most = 2000;
const told = { permission: 'search:read' };

export interface PinDraft {
    readonly queries: string[];
    readonly links: string[];
}

/** Answers that editors put first. A title is told only to whom the thing itself would be. */
@injectable()
export class PinService {
    constructor(@inject(Database) private readonly database: Database, @inject(WorkService) private readonly work: WorkService) { }

    async list(principal: Person): Promise<Pin[]> {
        const rows = await this.database.read<SearchTables>().selectFrom('core.search_pin').selectAll().orderBy('id').execute();
        return Promise.all(rows.map(each => this.shown(principal, each)));
    }

    async add(principal: Person, { queries, links }: PinDraft): Promise<Pin> {
        await this.checkLinks(principal, links);
        const row = await this.database.write<Selectable<PinTable>, SearchTables>(principal, async (transaction, log) => {
            const { count } = await transaction.selectFrom('core.search_pin').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
            if (count >= most) {
                throw conflict('too-many', { most });
            }
            const added = await transaction.insertInto('core.search_pin').values({ id: newId(), queries, links }).returningAll().executeTakeFirstOrThrow();
            log.audit('pinned-answer.added', 'pinned-answers', added.id, { links });
            log.event({ type: 'pinned-answer.changed', entityId: added.id }, told);
            return added;
        });
        return this.shown(principal, row);
    }

    /** @throws CONFLICT when somebody else changed it meanwhile. */
    async change(principal: Person, { id, version, queries, links }: PinDraft & { readonly id: string; readonly version: number }): Promise<Pin> {
        const before = await this.database.read<SearchTables>().selectFrom('core.search_pin').select('links').where('id', '=', id).executeTakeFirst();
        await this.checkLinks(principal, links.filter(each => !before?.links.includes(each)));
        const row = await this.database.write<Selectable<PinTable>, SearchTables>(principal, async (transaction, log) => {
            const changed = await transaction.updateTable('core.search_pin').set({ queries, links, version: version + 1 }).where('id', '=', id).where('version', '=', version).returningAll().executeTakeFirst();
            if (!changed) {
                throw before ? conflict('changed-meanwhile') : notFound();
            }
            log.audit('pinned-answer.changed', 'pinned-answers', id, { links });
            log.event({ type: 'pinned-answer.changed', entityId: id }, told);
            return changed;
        });
        return this.shown(principal, row);
    }

    async remove(principal: Person, id: string): Promise<void> {
        await this.database.write<void, SearchTables>(principal, async (transaction, log) => {
            if (!await transaction.deleteFrom('core.search_pin').where('id', '=', id).returning('id').executeTakeFirst()) {
                throw notFound();
            }
            log.audit('pinned-answer.removed', 'pinned-answers', id);
            log.event({ type: 'pinned-answer.changed', entityId: id }, told);
        });
    }

    private async checkLinks(principal: Person, links: readonly string[]): Promise<void> {
        const found = await Promise.all(links.map(each => this.work.nameLink(principal, each)));
        const unknown = links.filter((_, index) => !found[index]);
        if (unknown.length) {
            throw invalid([{ path: 'links', code: 'unknown-link', detail: { link: unknown[0] } }]);
        }
    }

    private async shown(principal: Person, { id, queries, links, version }: Selectable<PinTable>): Promise<Pin> {
        const hits = await Promise.all(links.map(each => this.work.nameLink(principal, each)));
        return { id, queries, answers: links.map((link, index) => ({ link, title: hits[index]?.title ?? null })), version };
    }
}
