import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { containing, escaped } from '@earshot/core/lib/node/storage/like-pattern';
import { sql } from 'kysely';
import { roleAudience, teamAudience } from '../../common/article/audience';
import type { Article, ArticleRow, ArticleState, Revision, RevisionRow } from '../../common/article/article-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import { allCategories } from '../category/category-rows';
import type { KnowledgeTables } from '../knowledge-tables';
import { type ArticleFilter, type ArticleFound, articleNames, articlesWithin, cursorOf, decidable, filteredArticles, oneOfEach, orderedArticles, showArticle } from './article-query';
import { type Reach, reachOf } from './reach';
import { factsOf, revisionRows, showRevision, showRevisionRow } from './revision-rows';

type Translation = Article['translations'][number];

/** Articles and their revisions as people read them; what is out of reach does not exist. Changes are made elsewhere. */
@injectable()
export class ArticleService {
    constructor(@inject(Database) private readonly database: Database) { }

    private get tables() {
        return this.database.read<KnowledgeTables>();
    }

    async list(principal: Principal, filter: ArticleFilter): Promise<{ rows: ArticleRow[]; next?: string }> {
        const reach = await reachOf(this.database.read(), principal);
        const fitting = filteredArticles(articlesWithin(this.tables, reach), reach, filter, filter.waiting === 'for-me' ? decidable(principal, await allCategories(this.tables)) : undefined);
        const found = await orderedArticles(filter.inLanguage ? articlesWithin(this.tables, reach).where(oneOfEach(fitting, filter.inLanguage)) : fitting, filter);
        const page = pageOf(found, filter.limit, cursorOf(filter.order), showArticle);
        return filter.inLanguage ? { ...page, rows: await this.withLanguages(reach, page.rows, found) } : page;
    }

    /** With the other languages in which the caller may read each. */
    private async withLanguages(reach: Reach, rows: readonly ArticleRow[], found: readonly ArticleFound[]): Promise<ArticleRow[]> {
        const families = new Map(found.map(each => [each.id, each.source_id ?? each.id]));
        const all = families.size === 0 ? [] : await this.tables.selectFrom('knowledge.article as article').where(reach.article).where('article.state', 'in', [...liveStates]).select(['article.id', 'article.source_id', 'article.language'])
            .where(({ or, eb }) => or([eb('article.id', 'in', [...families.values()]), eb('article.source_id', 'in', [...families.values()])])).orderBy('article.language').execute();
        return rows.map(row => ({ ...row, languages: all.filter(each => each.id !== row.id && (each.source_id ?? each.id) === families.get(row.id)).map(({ id, language }) => ({ id, language })) }));
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<Article> {
        const reach = await reachOf(this.database.read(), principal);
        const row = orNotFound(await articlesWithin(this.tables, reach).leftJoin('core.team as expert', 'expert.id', 'article.expert_team_id').select('expert.name as expert_team_name')
            .select(reach.writable.as('writable')).where('article.id', '=', id).executeTakeFirst());
        const live = await this.tables.selectFrom('knowledge.revision').select('id').where('article_id', '=', id).where('state', 'in', [...liveStates]).executeTakeFirst();
        return {
            ...showArticle(row), version: row.version, expertTeamId: row.expert_team_id, expertTeamName: row.expert_team_name, mayWrite: row.writable,
            live: live ? await this.show(principal, reach, live.id, true) : null, translations: await this.translations(reach, row.source_id ?? id, id)
        };
    }

    /** @throws NOT_FOUND for a revision that is out of reach; readers reach the published one through the article. */
    async revision(principal: Principal, id: string): Promise<Revision> {
        return this.show(principal, await reachOf(this.database.read(), principal), id, false);
    }

    /** The history as those who write or approve the article see it, newest first. @throws NOT_FOUND */
    async revisions(principal: Principal, articleId: string): Promise<RevisionRow[]> {
        const reach = await reachOf(this.database.read(), principal);
        orNotFound(await articleNames(this.tables, reach).where('article.id', '=', articleId).executeTakeFirst());
        const rows = await revisionRows(this.tables).where('revision.article_id', '=', articleId).where(reach.article).where(reach.open('revision')).orderBy('revision.number', 'desc').execute();
        return rows.map(showRevisionRow);
    }

    async titles(principal: Principal, ids: readonly string[]): Promise<{ id: string; title: string; state: ArticleState }[]> {
        if (!ids.length) {
            return [];
        }
        const reach = await reachOf(this.database.read(), principal);
        return articleNames(this.tables, reach).where('article.id', 'in', [...ids]).execute();
    }

    /** Titles that begin with the text before those that contain it. */
    async suggest(principal: Principal, text: string, limit: number): Promise<ArticleRow[]> {
        const reach = await reachOf(this.database.read(), principal);
        const beginning = `${escaped(text.trim())}%`;
        const found = await articlesWithin(this.tables, reach).where(sql<boolean>`(article.title ilike ${containing(text.trim())} or article.keywords ilike ${containing(text.trim())})`)
            .orderBy(sql`article.title ilike ${beginning}`, 'desc').orderBy('article.title').orderBy('article.id').limit(limit).execute();
        return found.map(showArticle);
    }

    async tags(principal: Principal): Promise<{ tag: string; articles: number }[]> {
        const reach = await reachOf(this.database.read(), principal);
        const { rows } = await sql<{ tag: string; articles: number }>`select tag, count(*)::int as articles from knowledge.article as article, unnest(article.tags) as tag where ${reach.article} group by tag order by articles desc, tag limit 500`.execute(this.tables);
        return rows;
    }

    /** Roles and teams by the words of audiences. */
    async audiences(): Promise<{ word: string; kind: 'role' | 'team'; code: string | null; name: string | null }[]> {
        const [roles, teams] = await Promise.all([
            this.tables.selectFrom('core.role').select(['code', 'name']).orderBy('code').execute(),
            this.tables.selectFrom('core.team').select(['id', 'name']).orderBy('name').execute()
        ]);
        return [...roles.map(({ code, name }) => ({ word: roleAudience(code), kind: 'role' as const, code, name })), ...teams.map(({ id, name }) => ({ word: teamAudience(id), kind: 'team' as const, code: null, name }))];
    }

    /** Counted by day; who it was is not kept. @throws NOT_FOUND */
    async used(principal: Principal, id: string, how: 'opened' | 'read-out' | 'copied'): Promise<void> {
        const reach = await reachOf(this.database.read(), principal);
        orNotFound(await articleNames(this.tables, reach).where('article.id', '=', id).executeTakeFirst());
        const column = sql.ref(how === 'read-out' ? 'read_out' : how);
        await sql`insert into knowledge.use_count (article_id, day, ${column}) values (${id}, current_date, 1) on conflict (article_id, day) do update set ${column} = use_count.${column} + 1`.execute(this.tables);
    }

    private async show(principal: Principal, reach: Reach, id: string, live: boolean): Promise<Revision> {
        const database = this.tables;
        const found = orNotFound(await database.selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').leftJoin('core.person as author', 'author.id', 'revision.author_id')
            .selectAll('revision').select(['author.name as author_name']).select(reach.writable.as('writable')).where('revision.id', '=', id).where(reach.article).where(live ? sql<boolean>`true` : reach.open('revision')).executeTakeFirst());
        const { author_name: authorName, writable, ...row } = found;
        return showRevision(principal, await factsOf(database, row, writable), authorName);
    }

    private async translations(reach: Reach, originalId: string, id: string): Promise<Translation[]> {
        const rows = await articlesWithin(this.tables, reach).where(({ or, eb }) => or([eb('article.id', '=', originalId), eb('article.source_id', '=', originalId)])).where('article.id', '<>', id).orderBy('article.language').execute();
        return rows.map(each => ({ id: each.id, language: each.language, title: each.title, original: each.id === originalId, behind: each.behind }));
    }
}
