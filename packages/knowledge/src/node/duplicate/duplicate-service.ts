import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { SegmentEngine } from '@earshot/search';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import { comparableText } from '../../common/article/article-content';
import type { NearDuplicate } from '../../common/duplicate-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import { articleNames } from '../article/article-query';
import { reachOf } from '../article/reach';
import type { KnowledgeTables, Tables } from '../knowledge-tables';

/** Articles put into the index at a time; between two slices others have their turn. */
const slice = 100;
/** Candidates that the index names; those out of the caller's reach fall away afterwards. */
const candidates = 20;

/**
 * Published articles that say nearly the same as what is being written. The index follows the published revisions whenever it is asked. It knows no
 * people: what it names is looked up within the caller's reach, and what lies outside is never mentioned.
 */
@injectable()
export class DuplicateService {
    private readonly engine = new SegmentEngine();
    /** Hashes of what is in the index, by article. */
    private readonly known = new Map<string, string>();
    private following: Promise<void> | undefined;

    constructor(@inject(Database) private readonly database: Database) { }

    async find(principal: Principal, text: string, except?: string): Promise<NearDuplicate[]> {
        const reach = await reachOf(this.database.read(), principal);
        await (this.following ??= this.follow().finally(() => { this.following = undefined; }));
        const similar = this.engine.nearDuplicates(text, { viewer: { audience: 'unrestricted', at: 'always' }, limit: candidates, threshold: 0.4, except });
        if (!similar.length) {
            return [];
        }
        const within = await articleNames(this.database.read<KnowledgeTables>(), reach).where('article.id', 'in', similar.map(each => each.id)).execute();
        const titles = new Map(within.map(each => [each.id, each.title]));
        return similar.filter(each => titles.has(each.id)).slice(0, 5).map(each => ({ ...each, title: titles.get(each.id)! }));
    }

    private async follow(): Promise<void> {
        const database: Kysely<Tables> = this.database.read<KnowledgeTables>();
        const live = await database.selectFrom('knowledge.revision').select(['id', 'article_id', 'hash']).where('state', 'in', [...liveStates]).execute();
        const present = new Set(live.map(each => each.article_id));
        const gone = [...this.known.keys()].filter(each => !present.has(each));
        this.engine.remove(gone);
        gone.forEach(each => this.known.delete(each));
        const changed = live.filter(each => this.known.get(each.article_id) !== each.hash);
        for (let first = 0; first < changed.length; first += slice) {
            const rows = await database.selectFrom('knowledge.revision').select(['article_id', 'content', 'hash', sql<Date>`coalesce(published_at, changed_at)`.as('at')]).where('id', 'in', changed.slice(first, first + slice).map(each => each.id)).execute();
            this.engine.put(rows.map(({ article_id: id, content, at }) => ({ id, kind: 'article', fields: { title: '', text: comparableText(content) }, language: content.language, audience: [], updatedAt: at.getTime() })));
            rows.forEach(each => this.known.set(each.article_id, each.hash));
        }
    }
}
