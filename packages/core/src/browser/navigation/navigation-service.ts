import { inject, injectable } from '@theia/core/shared/inversify';
import { nls } from '@theia/core/lib/common/nls';
import { DraftService } from '../application/draft';
import { ErrorTextService } from '../application/error-text';
import { Store } from '../application/store';
import { type ToastAction, ToastService, type ToastTone } from '../application/toast-service';
import { formatHash, parseHash, type QueryValues, type Route, routeTo, withQuery } from './route';
import { PageRegistry } from './page-registry';
import { UnsavedWorkService } from './unsaved-work';

export interface NavigateOptions {
    readonly query?: QueryValues;
    /** Replace the current entry of the browser's history instead of adding one. */
    readonly replace?: boolean;
}

/**
 * Where the person is and how they get elsewhere. The hash is the only truth: back, forward,
 * bookmarks and links from outside all end in it.
 */
@injectable()
export class NavigationService {
    @inject(PageRegistry)
    protected readonly registry: PageRegistry;
    @inject(UnsavedWorkService)
    protected readonly unsaved: UnsavedWorkService;
    @inject(DraftService)
    protected readonly drafts: DraftService;
    @inject(ToastService)
    protected readonly toasts: ToastService;
    @inject(ErrorTextService)
    protected readonly errors: ErrorTextService;

    /** The toast that asks whether to leave, while it stands. */
    protected question: number | undefined;
    readonly route = new Store<Route>(parseHash(window.location.hash));

    start(): void {
        window.addEventListener('hashchange', () => void this.hashChanged());
        window.addEventListener('beforeunload', event => {
            if (this.unsaved.any || this.drafts.any) {
                event.preventDefault();
            }
        });
        this.unsaved.items.onDidChange(() => {
            if (!this.unsaved.any) {
                this.withdrawQuestion();
            }
        });
        this.route.set(this.arrived());
    }

    /** Where the address leads; a link out of a mail is replaced by the address of its page. */
    protected arrived(): Route {
        const { path, search } = parseHash(window.location.hash);
        const route = { path: this.registry.addressOf(path), search };
        if (route.path !== path) {
            window.history.replaceState(null, '', formatHash(route));
        }
        return route;
    }

    /** Goes to a path (`/quality/calls?team=…`) or an `earshot:` link. */
    async navigate(target: string, { query, replace = false }: NavigateOptions = {}): Promise<void> {
        const next = routeTo(target.startsWith('earshot:') ? this.registry.pathOf(target) ?? target : target, query);
        if (next.path !== this.route.get().path && !await this.mayLeave(() => this.go(next, replace))) {
            return;
        }
        this.go(next, replace);
    }

    /** Changes query values of the current page; filters do so by replacing, so that "back" leaves the page. */
    setQuery(values: QueryValues, { replace = true }: { readonly replace?: boolean } = {}): void {
        const { path, search } = this.route.get();
        this.go({ path, search: withQuery(search, values) }, replace);
    }

    protected go(next: Route, replace: boolean): void {
        this.withdrawQuestion();
        if (formatHash(next) !== formatHash(this.route.get())) {
            window.history[replace ? 'replaceState' : 'pushState'](null, '', formatHash(next));
            this.route.set(next);
        }
    }

    /** Back, forward, a bookmark or a typed address: the browser has moved already, so "stay" means moving back. */
    protected async hashChanged(): Promise<void> {
        const before = this.route.get();
        const next = this.arrived();
        if (formatHash(next) === formatHash(before)) {
            return;
        }
        if (next.path !== before.path && this.unsaved.any) {
            window.history.pushState(null, '', formatHash(before));
            if (!await this.mayLeave(() => this.go(next, false))) {
                return;
            }
            this.go(next, false);
        } else {
            this.route.set(next);
        }
    }

    /** Saves what can save itself. What cannot be saved keeps the person here, with the way out one click away. */
    protected async mayLeave(leave: () => void): Promise<boolean> {
        if (!this.unsaved.any) {
            return true;
        }
        const leaveAnyway = { label: nls.localize('earshot/core/navigation/leave-anyway', 'Leave without saving'), run: leave };
        const [undecided] = this.unsaved.undecided;
        if (undecided) {
            this.ask(nls.localize('earshot/core/navigation/not-saved', 'Not saved yet: {0}.', undecided.title), 'caution', leaveAnyway);
            return false;
        }
        try {
            await this.unsaved.saveAll();
            return true;
        } catch (error) {
            this.ask(nls.localize('earshot/core/navigation/save-failed', 'It could not be saved, so you are still here. {0}', this.errors.describe(error)), 'critical', leaveAnyway);
            return false;
        }
    }

    protected ask(text: string, tone: ToastTone, leave: ToastAction): void {
        this.withdrawQuestion();
        this.question = this.toasts.show(text, { tone, sticky: true, actions: [leave] });
    }

    protected withdrawQuestion(): void {
        if (this.question !== undefined) {
            this.toasts.dismiss(this.question);
            this.question = undefined;
        }
    }
}
