import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ORPCError } from '@orpc/server';
import type { Figure, Hit, WorkItem } from '../../common/house-contract';
import { parseLink } from '../../common/linking/entity-link';
import type { ShownVersion } from '../../common/search/search-contract';
import { orderWork } from '../../common/work/order-work';
import { rankHits } from '../../common/work/rank-hits';
import { orNotFound } from '../api/failure';
import { LookupSource } from '../search/lookup-source';
import { EntityType, type Person, WorkItemSource } from './work-contributions';

const workBudgetMs = 2000;
const lookupBudgetMs = 400;

/** Home, quick open and links: asks all packages at once, and lets none of them hold up the others. */
@injectable()
export class WorkService {
    constructor(
        @inject(ContributionProvider) @named(WorkItemSource) private readonly workSources: ContributionProvider<WorkItemSource>,
        @inject(ContributionProvider) @named(LookupSource) private readonly lookupSources: ContributionProvider<LookupSource>,
        @inject(ContributionProvider) @named(EntityType) private readonly entityTypes: ContributionProvider<EntityType>
    ) { }

    async work(principal: Person): Promise<{ items: WorkItem[]; figures: Figure[] }> {
        const sources = this.workSources.getContributions();
        const [items, figures] = await Promise.all([
            gather(sources, workBudgetMs, each => each.name, each => each.items(principal)),
            gather(sources, workBudgetMs, each => each.name, async each => await each.figures?.(principal) ?? [])
        ]);
        return { items: orderWork(items), figures };
    }

    /** The best hits of all sources. A pasted `earshot:` link finds what it names. */
    async quickOpen(principal: Person, text: string, limit: number): Promise<Hit[]> {
        const wanted = text.trim();
        if (!wanted) {
            return [];
        }
        if (parseLink(wanted)) {
            const hit = await this.nameLink(principal, wanted);
            return hit ? [hit] : [];
        }
        return rankHits(await gather(this.lookupSources.getContributions(), lookupBudgetMs, each => each.kind, each => each.search(principal, wanted, limit)), wanted, limit);
    }

    /** @throws NOT_FOUND for what is no link, leads nowhere, or to what the caller may not see. */
    async resolveLink(principal: Person, link: string): Promise<Hit> {
        return orNotFound(await this.nameLink(principal, link));
    }

    /** What links lead to, in their order; without those that `resolveLink` refuses. */
    async nameLinks(principal: Person, links: readonly string[]): Promise<Hit[]> {
        return (await Promise.all(links.map(each => this.nameLink(principal, each)))).filter(each => each !== undefined);
    }

    /** What a link leads to; undefined where `resolveLink` refuses. */
    async nameLink(principal: Person, link: string): Promise<Hit | undefined> {
        const found = this.typeOf(link);
        return found && found.type.describe(principal, found.id).catch(hidden);
    }

    /** The version of what a link leads to that readers see now; undefined where it has none. */
    async versionOf(link: string): Promise<string | undefined> {
        const found = this.typeOf(link);
        return found?.type.version?.(found.id);
    }

    /** What a link led to, as that version had it; undefined where it was not for this person. */
    async pastOf(principal: Person, link: string, version: string): Promise<Hit & ShownVersion | undefined> {
        const found = this.typeOf(link);
        return found?.type.past?.(principal, found.id, version).catch(hidden);
    }

    private typeOf(link: string): { readonly type: EntityType; readonly id: string } | undefined {
        const reference = parseLink(link);
        const type = reference && this.entityTypes.getContributions().find(each => each.package === reference.package && each.type === reference.type);
        return type && { type, id: reference.id };
    }
}

/** What several sources know, in the order of the sources. One that fails, is too slow or may not be asked is left out. */
async function gather<S, R>(sources: readonly S[], budgetMs: number, nameOf: (source: S) => string, ask: (source: S) => Promise<readonly R[]>): Promise<R[]> {
    const answers = await Promise.all(sources.map(async source => {
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<'late'>(resolve => { timer = setTimeout(() => resolve('late'), budgetMs); });
        try {
            const answer = await Promise.race([ask(source).catch(hidden), late]);
            if (answer !== 'late') {
                return answer ?? [];
            }
            console.warn(`${nameOf(source)} took longer than ${budgetMs} ms and was left out.`);
        } catch (error) {
            console.error(`${nameOf(source)} failed and was left out:`, error);
        } finally {
            clearTimeout(timer);
        }
        return [];
    }));
    return answers.flat();
}

/** What a person may not see is not there. */
function hidden(error: unknown): undefined {
    if (!(error instanceof ORPCError && ['FORBIDDEN', 'NOT_FOUND'].includes(error.code))) {
        throw error;
    }
}
