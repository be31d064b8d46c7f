import { inject, injectable, named } from '@theia/core/shared/inversify';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { SessionService } from '../application/session-service';
import { linkTo, parseLink } from '../../common/linking/entity-link';
import { compareSpecificity, matchPath, type PathParameters } from './route';
import { PageContribution, type PageDefinition, type Perspective, perspectives } from './page';

/** What a path leads to. `missing` and `forbidden` are shown as pages of their own. */
export type Destination =
    | { readonly kind: 'page'; readonly page: PageDefinition; readonly params: PathParameters }
    | { readonly kind: 'forbidden'; readonly page: PageDefinition }
    | { readonly kind: 'missing' };

interface Pattern { readonly pattern: string; readonly page: PageDefinition }

/** All pages that the packages contribute, and which of them the signed-in person may see. */
@injectable()
export class PageRegistry {
    @inject(ContributionProvider) @named(PageContribution)
    protected readonly contributions: ContributionProvider<PageContribution>;
    @inject(SessionService)
    protected readonly session: SessionService;
    protected all: readonly PageDefinition[] | undefined;
    protected patterns: readonly Pattern[] | undefined;

    get pages(): readonly PageDefinition[] {
        return this.all ??= this.contributions.getContributions().flatMap(each => each.pages);
    }

    find(path: string): Destination {
        this.patterns ??= this.pages.flatMap(page => [page.path, ...(page.detail ? [page.detail] : [])].map(pattern => ({ pattern, page })))
            .sort((one, other) => compareSpecificity(one.pattern, other.pattern));
        for (const { pattern, page } of this.patterns) {
            const params = matchPath(pattern, path);
            if (params) {
                return this.maySee(page) ? { kind: 'page', page, params } : { kind: 'forbidden', page };
            }
        }
        return { kind: 'missing' };
    }

    /** The address of the page behind one that was made of an `earshot:` link, as mails do (`/core/jobs/<id>`); any other as it is. */
    addressOf(path: string): string {
        const elsewhere = this.find(path).kind === 'missing' ? this.pathOf(`earshot:${path}`) : undefined;
        return elsewhere && this.find(elsewhere).kind !== 'missing' ? elsewhere : path;
    }

    maySee({ permission }: PageDefinition): boolean {
        return permission === undefined || (typeof permission === 'string' ? [permission] : permission).some(this.session.may);
    }

    /** The navigation entries of a perspective, in order. */
    navigationOf(perspective: Perspective): readonly PageDefinition[] {
        return this.pages.filter(page => page.perspective === perspective && page.inNavigation && this.maySee(page))
            .sort((one, other) => one.order - other.order);
    }

    get visiblePerspectives(): readonly Perspective[] {
        return perspectives.filter(each => this.navigationOf(each).length > 0);
    }

    /** The navigation entry to mark while a page is open. */
    entryOf(page: PageDefinition): PageDefinition | undefined {
        const entries = this.navigationOf(page.perspective);
        return entries.find(each => each.id === (page.under ?? page.id))
            ?? [...entries].sort((one, other) => other.path.length - one.path.length).find(each => page.path.startsWith(`${each.path}/`));
    }

    /** Where an `earshot:` link opens: `/<package>/<type>/<id>`, unless a page declares another path for that kind of thing. */
    pathOf(link: string): string | undefined {
        const reference = parseLink(link);
        if (!reference) {
            return undefined;
        }
        const page = this.pages.find(each => each.entity === `${reference.package}/${reference.type}`);
        return page ? (page.detail ?? page.path).replace(':id', reference.id) : linkTo(reference.package, reference.type, reference.id).slice('earshot:'.length);
    }
}
