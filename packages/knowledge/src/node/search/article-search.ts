import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { DocumentVersion, SearchSource, SourceDocument } from '@earshot/core/lib/node/search/search-source';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person } from '@earshot/core/lib/node/work/work-contributions';
import { localized } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { type ArticleContent, linesOf } from '../../common/article/article-content';
import { articleKind } from '../../common/article/article-kind';
import { plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import { liveStates } from '../../common/workflow/article-workflow';
import { ownWordsOfArticle, readersOfAll, readerWords } from '../article/audience-words';
import type { KnowledgeTables } from '../knowledge-tables';

/** What an article says, without its markup; sources and other ways to ask are not part of it. */
const spoken = ({ kind, parts }: ArticleContent): string => articleKind(kind).parts.filter(each => each.form === 'spoken' || each.form === 'markdown')
    .map(each => each.form === 'markdown' ? plainText(parts[each.id] ?? '') : parts[each.id] ?? '').filter(Boolean).join('\n');

const milliseconds = (moment: string | null): number | undefined => moment === null ? undefined : Date.parse(moment);

/** Published articles for the search service: to each person what is for one of their groups, and while it is valid. */
@injectable()
export class ArticleSearch implements SearchSource {
    readonly kind = 'article';
    readonly permission = 'article:read';
    readonly events = ['article.changed'];

    constructor(@inject(Database) private readonly database: Database) { }

    async versions(): Promise<readonly DocumentVersion[]> {
        return (await this.live().execute()).map(each => ({ id: each.article_id, version: version(each), group: each.source_id ?? each.article_id, category: each.category }));
    }

    async load(ids: readonly string[]): Promise<readonly SourceDocument[]> {
        if (!ids.length) {
            return [];
        }
        const rows = await this.live().select(['revision.content', 'revision.published_at', 'revision.changed_at']).where('revision.article_id', 'in', [...ids]).execute();
        return rows.map(({ content, ...each }) => ({
            id: each.article_id, version: version(each), group: each.source_id ?? each.article_id, fields: { title: content.title, questions: linesOf(content.parts.similar), tags: content.tags, text: spoken(content) }, language: languageTags[content.language], category: content.categoryId,
            audience: [...content.audience, readersOfAll, ...each.own_words],
            validFrom: milliseconds(content.validFrom), validUntil: milliseconds(content.validUntil), updatedAt: (each.published_at ?? each.changed_at).getTime(), link: linkTo('knowledge', 'articles', each.article_id),
            state: each.state === 'due-for-review' ? 'unverified' : 'current'
        }));
    }

    /** The same words as everywhere else where articles are read. */
    groups(principal: Person): Promise<readonly string[]> {
        return readerWords(this.database.read(), principal);
    }

    /** As they chose it for the list of articles. */
    async readingLanguage({ personId }: Person): Promise<string | undefined> {
        const kept = await this.database.read().selectFrom('core.preference').select('value').where('person_id', '=', personId).where('key', '=', 'knowledge.reading-language').executeTakeFirst();
        return languageTags[kept?.value as ArticleContent['language']];
    }

    async categoryNames(categories: readonly string[], language = 'en'): Promise<ReadonlyMap<string, string>> {
        const rows = categories.length ? await this.database.read<KnowledgeTables>().selectFrom('knowledge.category').select(['id', 'name']).where('id', 'in', [...categories]).execute() : [];
        return new Map(rows.map(({ id, name }) => [id, localized(name, language)]));
    }

    private live() {
        return this.database.read<KnowledgeTables>().selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id')
            .select(['revision.article_id', 'revision.hash', 'revision.state', 'article.source_id', ownWordsOfArticle.as('own_words'), sql<string>`revision.content ->> 'categoryId'`.as('category')]).where('revision.state', 'in', [...liveStates]);
    }
}

const version = ({ hash, state, own_words: words, source_id: source }: { readonly hash: string; readonly state: string; readonly own_words: readonly string[]; readonly source_id: string | null }): string => [hash, state, ...words, source].join(' ');
