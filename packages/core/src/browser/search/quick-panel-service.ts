import { inject, injectable } from '@theia/core/shared/inversify';
import { nls } from '@theia/core/lib/common/nls';
import { QuickInputService, type QuickPicks } from '@theia/core/lib/common/quick-pick-service';
import { type QuickAccessContribution, type QuickAccessProvider, QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import { languages } from '../../common/access/session-contract';
import { coreContract } from '../../common/core-contract';
import type { Hit } from '../../common/house-contract';
import { ApiService } from '../application/api-service';
import { ErrorTextService } from '../application/error-text';
import { SessionService } from '../application/session-service';
import { Store } from '../application/store';
import { ToastService } from '../application/toast-service';
import { NavigationService } from '../navigation/navigation-service';
import { PageRegistry } from '../navigation/page-registry';
import { perspectiveTitle } from '../navigation/perspective-titles';
import { recentLinks, withRecent } from '../quick-input/recent-hits';
import { AnswerNotes } from './answer-notes';
import type { CallContext } from './call-context';
import type { PanelEntry, PanelPage } from './panel-groups';
import { PanelSession } from './panel-session';

/** The preference in which the links of what was opened lately are kept. */
const recentKey = 'quick.recent';
/** What a group shows at most; who wants to see more says more. */
const mostDocuments = 12;
const mostHits = 20;

/** The panel that finds anything from anywhere: what says something, who or what is called so, and the pages themselves. */
@injectable()
export class QuickPanelService implements QuickAccessContribution, QuickAccessProvider {
    @inject(ApiService)
    protected readonly api: ApiService;
    @inject(SessionService)
    protected readonly session: SessionService;
    @inject(PageRegistry)
    protected readonly pageRegistry: PageRegistry;
    @inject(NavigationService)
    protected readonly navigation: NavigationService;
    @inject(ToastService)
    protected readonly toasts: ToastService;
    @inject(ErrorTextService)
    protected readonly errors: ErrorTextService;
    @inject(AnswerNotes)
    protected readonly notes: AnswerNotes;
    @inject(QuickInputService)
    protected readonly quickInput: QuickInputService;
    @inject(QuickAccessRegistry)
    protected readonly registry: QuickAccessRegistry;
    readonly panel = new Store<PanelSession | undefined>(undefined);
    /** What was opened lately, as it is called now; what is closed to the person by now is not among it. */
    readonly recent = new Store<readonly Hit[]>([]);

    registerQuickAccessProvider(): void {
        this.registry.registerQuickAccessProvider({ getInstance: () => this, prefix: '', placeholder: '', helpEntries: [] });
    }

    /** Who takes the sign of the commands away wants to find something. */
    getPicks(text: string): QuickPicks {
        this.quickInput.hide();
        this.show(text);
        return [];
    }

    show(text = ''): void {
        this.panel.get()?.close();
        const client = this.api.clientOf(coreContract);
        void this.nameRecent();
        this.panel.set(new PanelSession({
            find: (wanted, { categories, languages: only }, signal) => client.search.find({
                text: wanted.slice(0, 200), typing: true, limit: mostDocuments, language: languages.find(each => each === nls.locale) ?? 'en', ...categories.length && { categories: [...categories] }, ...only.length && { languages: [...only] }
            }, { signal }),
            lookUp: (wanted, signal) => client.house.quickOpen({ text: wanted.slice(0, 200), limit: mostHits }, { signal }),
            left: wanted => this.note(wanted)
        }, text));
    }

    /** Closes the panel, and notes whether it led anywhere. */
    hide(): void {
        const session = this.panel.get();
        session?.close();
        this.panel.set(undefined);
        const { text, findings } = session?.found.get() ?? {};
        const elsewhere = session?.opened !== undefined && !findings?.rows.some(each => each.link === session.opened || each.translations.some(one => one.link === session.opened));
        if (session && findings && !elsewhere && text === session.text.get().trim()) {
            this.note(text, session.opened);
        }
    }

    private note(text: string, opened?: string): void {
        void this.api.clientOf(coreContract).search.note({ text: text.slice(0, 200), opened }).catch(() => { /* what is learnt from it can wait */ });
    }

    /** From the finding to the doing: commands are asked for in the same place. */
    showCommands(text: string): void {
        this.panel.get()?.close();
        this.panel.set(undefined);
        this.quickInput.open(text);
    }

    open(entry: PanelEntry): void {
        const session = this.panel.get();
        if (session) {
            session.opened = entry.key;
        }
        this.hide();
        if (entry.type === 'document') {
            this.notes.note(entry.key, 'opened');
        }
        if (entry.type !== 'page') {
            void this.session.setPreference(recentKey, withRecent(this.kept, asHit(entry).link)).catch(() => { /* the list of recent things is a convenience */ });
        }
        void this.navigation.navigate(entry.type === 'page' ? entry.page.path : entry.key);
    }

    /** Somebody on a call reads something in the panel itself. */
    read(link: string): void {
        this.notes.note(link, 'opened');
    }

    /** Notes that something was used in a call, and stays open: there may be more to find for the same customer. */
    async use(entry: PanelEntry, call: CallContext): Promise<void> {
        if (entry.type === 'page') {
            return;
        }
        const { search } = this.api.clientOf(coreContract);
        try {
            const { id } = await search.linkAnswer({ interaction: call.link, link: entry.key, how: 'used' });
            this.toasts.show(nls.localize('earshot/core/search/used', 'Linked to call {0}: {1}', call.title, asHit(entry).title), {
                tone: 'good', actions: [{ label: nls.localize('earshot/core/actions/undo', 'Undo'), run: () => search.unlinkAnswer({ id }).then(() => undefined, this.explain) }]
            });
        } catch (error) {
            this.explain(error);
        }
    }

    private get kept(): readonly string[] {
        return recentLinks(this.session.preferences()[recentKey]);
    }

    private async nameRecent(): Promise<void> {
        this.recent.set([]);
        const links = this.kept;
        if (links.length) {
            const named = await this.api.clientOf(coreContract).house.nameLinks({ links: links.join(',') }).catch(() => [] /* the list of recent things is a convenience */);
            this.recent.set(named);
        }
    }

    get pages(): readonly PanelPage[] {
        return this.pageRegistry.visiblePerspectives.flatMap(perspective => this.pageRegistry.navigationOf(perspective).map(page => ({
            path: page.path, title: page.title(), area: perspectiveTitle(perspective), icon: page.icon
        })));
    }

    protected readonly explain = (error: unknown): void => {
        this.toasts.show(this.errors.describe(error), { tone: 'critical' });
    };
}

const asHit = (entry: Exclude<PanelEntry, { readonly type: 'page' }>): Hit => entry.type === 'hit' ? entry.hit : {
    kind: entry.row.kind, id: entry.row.id, title: entry.row.title.map(each => each.text).join(''), subtitle: entry.row.category?.name ?? '', link: entry.row.link
};
