import { inject, injectable } from '@theia/core/shared/inversify';
import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { nls } from '@theia/core/lib/common/nls';
import { filterItems, type QuickPickItem, type QuickPicks } from '@theia/core/lib/common/quick-pick-service';
import { type QuickAccessContribution, type QuickAccessProvider, QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import { coreContract } from '../../common/core-contract';
import type { Hit } from '../../common/house-contract';
import { ApiService } from '../application/api-service';
import { SessionService } from '../application/session-service';
import { ToastService } from '../application/toast-service';
import { ErrorTextService } from '../application/error-text';
import { perspectiveTitle } from '../navigation/perspective-titles';
import { NavigationService } from '../navigation/navigation-service';
import { PageRegistry } from '../navigation/page-registry';
import { EntityKinds } from './entity-kinds';
import { groupHits, withRecent } from './recent-hits';

/** The preference in which the things that were opened lately are kept. */
const RECENT = 'quick.recent';

/** Goes anywhere by name, number or pinyin: people, calls, articles, documents, and the pages themselves. */
@injectable()
export class QuickOpen implements QuickAccessContribution, QuickAccessProvider {
    @inject(QuickAccessRegistry)
    protected readonly registry: QuickAccessRegistry;
    @inject(ApiService)
    protected readonly api: ApiService;
    @inject(SessionService)
    protected readonly session: SessionService;
    @inject(PageRegistry)
    protected readonly pages: PageRegistry;
    @inject(NavigationService)
    protected readonly navigation: NavigationService;
    @inject(EntityKinds)
    protected readonly kinds: EntityKinds;
    @inject(ToastService)
    protected readonly toasts: ToastService;
    @inject(ErrorTextService)
    protected readonly errors: ErrorTextService;

    registerQuickAccessProvider(): void {
        this.registry.registerQuickAccessProvider({
            getInstance: () => this, prefix: '', placeholder: nls.localize('earshot/core/quick/open', 'Name, number or pinyin; > for commands'), helpEntries: []
        });
    }

    async getPicks(filter: string, token: CancellationToken): Promise<QuickPicks> {
        const pages = filterItems(this.pageItems(), filter);
        const recent = this.recent.filter(each => !filter || each.title.toLowerCase().includes(filter.toLowerCase()));
        const found = filter ? await this.find(filter, token) : [];
        const groups = groupHits(found.filter(each => !recent.some(({ link }) => link === each.link)));
        return [
            ...(recent.length ? [{ type: 'separator' as const, label: nls.localize('earshot/core/quick/opened-lately', 'Opened lately') }, ...recent.map(this.asItem)] : []),
            ...groups.flatMap(({ kind, hits }) => [{ type: 'separator' as const, label: this.kinds.label(kind) }, ...hits.map(this.asItem)]),
            ...(pages.length ? [{ type: 'separator' as const, label: nls.localize('earshot/core/quick/pages', 'Pages') }, ...pages] : [])
        ];
    }

    protected get recent(): readonly Hit[] {
        return (this.session.preferences()[RECENT] as readonly Hit[] | undefined) ?? [];
    }

    protected async find(text: string, token: CancellationToken): Promise<readonly Hit[]> {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        try {
            return await this.api.clientOf(coreContract).house.quickOpen({ text, limit: 30 }, { signal: controller.signal });
        } catch (error) {
            if (!token.isCancellationRequested) {
                this.toasts.show(this.errors.describe(error), { tone: 'critical' });
            }
            return [];
        }
    }

    protected readonly asItem = (hit: Hit): QuickPickItem => ({
        label: hit.title, description: hit.subtitle, iconClasses: ['codicon', `codicon-${this.kinds.icon(hit.kind)}`],
        execute: () => {
            void this.session.setPreference(RECENT, withRecent(this.recent, hit)).catch(() => { /* the list of recent things is a convenience */ });
            void this.navigation.navigate(hit.link);
        }
    });

    protected pageItems(): QuickPickItem[] {
        return this.pages.visiblePerspectives.flatMap(perspective => this.pages.navigationOf(perspective).map(page => ({
            label: page.title(), description: perspectiveTitle(perspective), iconClasses: ['codicon', `codicon-${page.icon}`],
            execute: () => void this.navigation.navigate(page.path)
        })));
    }
}
